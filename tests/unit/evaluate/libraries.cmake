target_link_libraries(test_evaluate PRIVATE tdkt_loaders)
# Random packs, for what must hold of any.
target_sources(test_evaluate PRIVATE
  unit/differential/compiled.cpp unit/differential/random_changes.cpp unit/differential/random_data.cpp unit/differential/random_pack.cpp)
target_include_directories(test_evaluate PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/unit/differential)
