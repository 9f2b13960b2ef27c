# Random packs, for what must hold of any; their words serve the others, too.
target_link_libraries(test_graph PRIVATE tdkt_loaders)
target_sources(test_graph PRIVATE
  unit/differential/compiled.cpp unit/differential/random_data.cpp unit/differential/random_pack.cpp)
target_include_directories(test_graph PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/unit/differential)
