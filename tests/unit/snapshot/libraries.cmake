# The records and the ways of telling them are those of the loaders' tests.
target_link_libraries(test_snapshot PRIVATE tdkt_loaders)
target_sources(test_snapshot PRIVATE unit/loaders/support.cpp unit/loaders/vocabulary.cpp)
target_include_directories(test_snapshot PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/unit/loaders)
