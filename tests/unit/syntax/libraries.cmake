target_link_libraries(test_syntax PRIVATE taocpp::pegtl)
