target_link_libraries(test_values PRIVATE Boost::headers)
