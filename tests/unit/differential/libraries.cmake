file(GLOB oracle CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/oracle/*.cpp)
target_sources(test_differential PRIVATE ${oracle})
target_include_directories(test_differential PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/oracle)
target_link_libraries(test_differential PRIVATE tdkt_engine)
