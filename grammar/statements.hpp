// SPDX-License-Identifier: Apache-2.0
// Statements: a word at the margin, a header, and the clauses that can stand below it.
#pragma once

#include "grammar/clauses.hpp"

namespace tdkt::grammar::rules {

// A header that is broken leaves the clauses below it to be read.
struct broken_header : seq<broken_clause> {};
template <class Header>
struct whole_header : seq<Header, line_gap, must<end_of_clause>> {};
struct no_clause : failure {};

template <Keyword K, const Place& P, class Header, class Clause = no_clause>
struct statement
    : seq<statement_word<K>,
          framed<K, in_place<P, sor<try_catch_type<Clause_is_broken, whole_header<Header>>, broken_header>,
                             below_header<lines<Clause>>>>> {};

struct named_only : seq<must_next<name>, perhaps<translation>> {};
struct named_for_whom : seq<must_next<name>, must_next<header>, perhaps<translation>> {};
struct forms_only : seq<must_next<forms>, perhaps<translation>> {};
struct forms_and_more
    : seq<stopping<stops::at_colon, must_next<forms>>, must_next<colon>, must_next<what_follows>, perhaps<translation>> {};

// Vocabulary
struct vocabulary : statement<Keyword::vocabulary, places::vocabulary, named_only, vocabulary_line> {};
struct entity : statement<Keyword::entity, places::nothing, forms_only> {};
struct scale : statement<Keyword::scale, places::values, forms_only, value_clause> {};
struct kinds : statement<Keyword::kinds, places::values, forms_only, value_clause> {};
struct fact : statement<Keyword::fact, places::nothing, forms_and_more> {};
struct relation : statement<Keyword::relation, places::nothing, forms_and_more> {};
struct verb : statement<Keyword::verb, places::nothing, forms_and_more> {};
struct cadence : statement<Keyword::cadence, places::nothing, forms_and_more> {};
struct unit_of_measure : statement<Keyword::unit_of_measure, places::nothing, forms_only> {};
struct declaration : sor<vocabulary, entity, scale, kinds, fact, relation, verb, cadence, unit_of_measure> {};

// Packs and what they name
struct pack : statement<Keyword::pack, places::pack, named_only, pack_clause> {};
struct parameter : statement<Keyword::parameter, places::parameter, forms_only, parameter_clause> {};
struct as : keyword<Keyword::as> {};
struct definition : seq<stopping<stops::at_as, must_next<forms>>, must_next<as>, perhaps<translation>,
                        must_next<what_follows>, perhaps<translation>> {};
struct define : statement<Keyword::define, places::cited, definition, cited> {};
struct open_define : statement<Keyword::open_define, places::cited, forms_only, cited> {};
struct first_day : seq<keyword<Keyword::from_day>, must_next<day>> {};
struct final_day : seq<keyword<Keyword::until_day>, must_next<last_day>> {};
struct days : seq<must_next<name>, must_next<first_day>, must_next<final_day>, perhaps<translation>> {};
struct period : statement<Keyword::period, places::cited, days, cited> {};

// Tables and scores
struct by : keyword<Keyword::table_by> {};
struct table_header
    : seq<stopping<stops::at_by, must_next<forms>>, must_next<by>, must_next<what_follows>, perhaps<translation>> {};
struct table : statement<Keyword::table, places::table, table_header, table_clause> {};
struct scorecard_header
    : seq<must_next<name>, stopping<stops::at_modifier, must_next<header>>, modifiers, perhaps<translation>> {};
struct scorecard : statement<Keyword::scorecard, places::scorecard, scorecard_header, scorecard_clause> {};
struct grades : statement<Keyword::grades, places::grades, named_for_whom, grades_clause> {};

// Verdicts
struct award : statement<Keyword::award, places::award, named_for_whom, award_clause> {};
struct pledge : statement<Keyword::pledge, places::award, named_for_whom, award_clause> {};
struct all_together : seq<if_together, keyword<Keyword::for_all_together>, together, opt<seq<gap, one<','>>>> {};
struct nomination_header
    : seq<must_next<name>, sor<seq<gap, all_together, perhaps<header>>, must_next<header>>, perhaps<translation>> {};
struct nomination : statement<Keyword::nomination, places::nomination, nomination_header, nomination_clause> {};

// Reports, checks, tests
struct report_header : seq<must_next<name>, stopping<stops::at_colon, must_next<header>>, must_next<colon>,
                           must_next<what_follows>, perhaps<translation>> {};
struct report : statement<Keyword::report, places::cited, report_header, cited> {};
struct check : statement<Keyword::check, places::check, named_for_whom, check_clause> {};
struct test : statement<Keyword::test, places::test, named_only, test_clause> {};

struct any_statement
    : sor<declaration, pack, parameter, open_define, define, period, table, scorecard, grades, award, pledge,
          nomination, report, check, test> {};

}  // namespace tdkt::grammar::rules
