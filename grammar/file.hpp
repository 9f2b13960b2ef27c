// SPDX-License-Identifier: Apache-2.0
// A file of rules; and a sentence that stands alone.
#pragma once

#include "grammar/statements.hpp"

namespace tdkt::grammar::rules {

// What is no statement is passed over, up to the next word at the margin that is one.
struct line_above_statement : seq<not_at<if_statement_follows>, next_lines, rest_of_line> {};
struct broken_statement : seq<any, rest_of_line, star<line_above_statement>> {};
struct known_statement : seq<any_statement> {};
struct whole_statement : must<known_statement> {};
struct next_statement
    : sor<try_catch_type<Statement_is_broken, try_catch_type<Clause_is_broken, whole_statement>>, broken_statement> {};
struct file : seq<line_gap, opt<next_lines>, until<eof, next_statement, opt<next_lines>>> {};

struct lone_sentence : seq<line_gap, opt<next_lines>, opt<words>, gap, eof> {};

}  // namespace tdkt::grammar::rules
