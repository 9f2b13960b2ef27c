# Random changes of records, as the evaluation is tested with.
target_sources(test_engine PRIVATE unit/differential/random_changes.cpp)
target_include_directories(test_engine PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/unit/differential)
