// SPDX-License-Identifier: Apache-2.0
// Clauses and their parts. clauses.md says what each of them holds.
#pragma once

#include "grammar/tokens.hpp"

namespace tdkt::grammar::rules {

// Parts of clauses and statements. What is filled has a rule of its own.
struct title : seq<quoted> {};
struct colon : one<':'> {};
struct odd_arrow : sor<string<'-', '-', '>'>, string<'=', '=', '>'>, string<'=', '>'>> {};
struct arrow : sor<string<'-', '>'>, utf8::one<U'→'>, odd_arrow> {};
template <class... Rules>
struct as_sentence : seq<Rules...> {};
template <class... Rules>
struct as_after_colon : seq<Rules...> {};
template <class... Rules>
struct as_group_count : seq<Rules...> {};

template <class... Rules>
struct next : seq<gap, Rules...> {};
template <class... Rules>
struct must_next : seq<gap, must<Rules...>> {};
template <class... Rules>
struct perhaps : opt<seq<gap, Rules...>> {};

// What is expected, each under a name that has its own message.
struct name : seq<title> {};
struct condition : as_sentence<words> {};
struct terms : as_sentence<words> {};
struct header : as_sentence<words> {};
struct forms : as_sentence<words> {};
struct ceiling : as_sentence<words> {};
struct day : as_sentence<sor<date, odd_date>> {};
struct last_day : as_after_colon<sor<date, odd_date>> {};
struct what_follows : as_after_colon<words> {};
struct formula : as_after_colon<words> {};
struct outcome : as_after_colon<words> {};
struct end_of_clause : at<eolf> {};

// `vi: cá nhân, "cán bộ, công chức"`, to the end of the line. A comma within a number is none.
struct comma_in_number : seq<digit, one<','>, at<digit>> {};
struct bare_form : plus<sor<comma_in_number, seq<not_at<at_comment>, not_one<'"', ',', '\n'>>>> {};
struct form : sor<quoted, bare_form> {};
struct next_form : seq<one<','>, blanks, must<form>, blanks> {};
struct translation : seq<translation_tag, blanks, must<form>, blanks, star<next_form>> {};

// `c)`; also `c)task`, where the blank was forgotten.
struct tight_label : seq<rep_min_max<1, 3, word_character>, one<')'>, at<sor<word_character, one<'"'>>>> {};
struct any_label : sor<label, tight_label> {};
struct perhaps_label : perhaps<any_label> {};

template <Keyword K, class... Body>
struct clause : seq<clause_word<K>, framed<K, Body...>> {};

// Where sentences stop.
namespace stops {
inline constexpr Keyword exception_words[] = {Keyword::except_when};
inline constexpr Keyword formula_words[] = {Keyword::all_or_nothing, Keyword::without_a_ceiling,
                                            Keyword::applies_when, Keyword::scaled_to};
inline constexpr Keyword only_words[] = {Keyword::only_by};
inline constexpr Keyword as_words[] = {Keyword::as};
inline constexpr Keyword by_words[] = {Keyword::table_by};
inline constexpr Stops at_exception{exception_words};
inline constexpr Stops at_modifier{places::words::modifiers, true};
inline constexpr Stops at_end_of_formula{formula_words};
inline constexpr Stops at_only{only_words};
inline constexpr Stops at_as{as_words, true, false, false, std::nullopt, true};
inline constexpr Stops at_by{by_words};
inline constexpr Stops at_colon{{}, true};
inline constexpr Stops at_arrow{{}, true, true, false, std::nullopt, true};
inline constexpr Stops at_together{{}, false, false, true, Keyword::for_all_together};
}  // namespace stops

// Under most statements
struct cites_clause : clause<Keyword::cites, must_next<name>> {};
struct wording_clause : clause<Keyword::wording, must_next<name>> {};
struct cited : sor<cites_clause, wording_clause> {};

// Values of scales and kinds
struct value_clause : clause<Keyword::value_line, forms, perhaps<translation>> {};

// pack
struct version_clause : clause<Keyword::version, must_next<name>> {};
struct vocabulary_clause : clause<Keyword::uses_vocabulary, must_next<name>> {};
struct adds_to_clause : clause<Keyword::adds_to, must_next<name>> {};
struct overrides_clause : clause<Keyword::overrides, must_next<name>> {};
struct from_day : seq<keyword<Keyword::from_day>, must_next<day>> {};
struct until_day : seq<keyword<Keyword::until_day>, must_next<last_day>> {};
struct from_or_until : sor<seq<from_day, perhaps<until_day>>, until_day> {};
struct in_force_clause : clause<Keyword::in_force, must_next<from_or_until>> {};
struct order_clause : clause<Keyword::order_of_awards, must_next<terms>> {};
struct more_favourable : keyword<Keyword::is_more_favourable> {};
struct unless_favourable : seq<opt<one<','>>, gap, keyword<Keyword::unless_pack>,
                               framed<Keyword::unless_pack, must_next<name>, must_next<more_favourable>>> {};
struct received_clause : clause<Keyword::cases_received_before, must_next<day>, must_next<keyword<Keyword::are_judged_by>>,
                                must_next<name>, perhaps<unless_favourable>> {};
struct open_definition : seq<as_sentence<words>, perhaps<translation>> {};
struct open_clause : clause<Keyword::open_define, must_next<open_definition>> {};
struct pack_clause : sor<version_clause, in_force_clause, vocabulary_clause, adds_to_clause, overrides_clause,
                         order_clause, received_clause, open_clause, cited> {};

struct vocabulary_line : sor<version_clause, vocabulary_clause, cited> {};

// parameter
struct dated_clause : clause<Keyword::dated_value, must_next<day>, must_next<colon>, must_next<what_follows>> {};
struct parameter_clause : sor<dated_clause, cited> {};

// One clause a line. A clause that is broken is passed over, up to the next one that is surely one.
struct rest_of_line : until<at<eolf>> {};
struct broken_clause : seq<rest_of_line, star<seq<sor<if_goes_on, if_row_follows>, next_lines, rest_of_line>>> {};
template <class Clause>
struct known : seq<Clause> {};
template <class Clause>
struct whole_clause : seq<must<known<Clause>>, line_gap, must<end_of_clause>> {};
template <class Clause>
struct lines : star<seq<if_clause_follows, next_lines,
                        sor<try_catch_type<Clause_is_broken, whole_clause<Clause>>, broken_clause>>> {};

// award and pledge
struct when : keyword<Keyword::when> {};
struct group_count : as_group_count<number> {};
struct group_opener
    : seq<sor<keyword<Keyword::all_of>, keyword<Keyword::any_of>,
              seq<keyword<Keyword::at_least_n_of>, blanks, group_count, blanks,
                  rest_of_keyword<Keyword::at_least_n_of>>>,
          blanks, one<':'>> {};
struct criteria;
struct group_end : clause_word<Keyword::end> {};
struct missing_end : success {};
struct close_of_group : sor<seq<next_lines, group_end>, missing_end> {};
struct group : seq<sor<group_opener, odd_group_opener>, in_group<line_gap, must<end_of_clause>, criteria, close_of_group>> {};
struct perhaps_colon : opt<seq<colon, gap>> {};
struct group_title : seq<at<quoted, gap, perhaps_colon, if_group>, title, gap, perhaps_colon> {};
struct colon_title : seq<at<quoted, gap, colon>, title, gap, colon, gap> {};
struct simple_criterion : seq<opt<colon_title>, stopping<stops::at_exception, must<condition>>> {};
struct grouped_criterion : seq<opt<group_title>, if_group, group> {};
struct exception : seq<keyword<Keyword::except_when>, framed<Keyword::except_when, must_next<condition>>> {};
struct criterion
    : seq<perhaps_label, gap, sor<grouped_criterion, simple_criterion>, perhaps<exception>> {};
struct group_clause : sor<clause<Keyword::group_line, criterion>, cited> {};
struct criteria : lines<group_clause> {};

struct require_clause : clause<Keyword::require, criterion> {};
struct when_condition : seq<perhaps_label, perhaps<title>, must_next<when>, must_next<condition>> {};
struct bar_clause : clause<Keyword::bar, when_condition> {};
struct defer_clause : clause<Keyword::defer, when_condition> {};
struct stray_end : clause<Keyword::end> {};
struct award_clause : sor<require_clause, bar_clause, defer_clause, stray_end, cited> {};

// scorecard
template <Keyword K>
struct measure : seq<keyword<K>, framed<K, must_next<ceiling>>> {};
template <Keyword K>
struct mark : seq<keyword<K>, framed<K>> {};
struct rounding_terms : as_sentence<word, star<seq<gap, sentence_word>>> {};  // `up to` is none of ours here
struct modifier
    : sor<measure<Keyword::up_to>, measure<Keyword::out_of>, measure<Keyword::scaled_to>,
          measure<Keyword::applies_when>, mark<Keyword::all_or_nothing>, mark<Keyword::without_a_ceiling>,
          mark<Keyword::bonus_above_the_ceiling>,
          seq<keyword<Keyword::rounding>, framed<Keyword::rounding, must_next<rounding_terms>>>> {};
struct next_modifier : seq<opt<seq<gap, one<','>>>, gap, modifier> {};
struct modifiers : stopping<stops::at_modifier, star<next_modifier>> {};

struct score_head : seq<perhaps_label, must_next<name>, modifiers> {};
struct scored : seq<score_head, must_next<colon>, stopping<stops::at_end_of_formula, must_next<formula>>, modifiers> {};
struct part_clause : clause<Keyword::part, score_head, perhaps<colon>> {};
struct item_clause : clause<Keyword::item, scored> {};
struct bonus_clause : clause<Keyword::bonus_item, scored> {};
struct penalty_clause : clause<Keyword::penalty_item, scored> {};
template <Keyword K>
struct modifier_line : clause<K, stopping<stops::at_colon, must_next<ceiling>>> {};
template <Keyword K>
struct mark_line : clause<K> {};
struct scorecard_clause
    : sor<part_clause, item_clause, bonus_clause, penalty_clause, modifier_line<Keyword::up_to>,
          modifier_line<Keyword::out_of>, modifier_line<Keyword::scaled_to>, clause<Keyword::applies_when, must_next<condition>>,
          mark_line<Keyword::all_or_nothing>, mark_line<Keyword::without_a_ceiling>,
          mark_line<Keyword::bonus_above_the_ceiling>, clause<Keyword::rounding, must_next<rounding_terms>>, cited> {};

// table and grades
struct otherwise_outcome : seq<perhaps<arrow>, must_next<outcome>> {};
struct inputs : as_sentence<words> {};
struct table_clause
    : sor<clause<Keyword::table_row, stopping<stops::at_arrow, must<inputs>>, must_next<arrow>, must_next<outcome>>,
          clause<Keyword::otherwise_row, must_next<arrow>, must_next<outcome>>, mark_line<Keyword::first_match>,
          mark_line<Keyword::no_match_is_a_gap>, cited> {};
struct grades_clause
    : sor<clause<Keyword::grade_row, must<name>, must_next<when>, must_next<condition>, perhaps<translation>>,
          clause<Keyword::otherwise_row, must_next<name>, perhaps<translation>>, mark_line<Keyword::first_match>,
          mark_line<Keyword::no_match_is_a_gap>, cited> {};

// nomination
struct place_number : as_sentence<words> {};
struct only_by : keyword<Keyword::only_by> {};
struct together
    : framed<Keyword::for_all_together, stopping<stops::at_together, must_next<terms>>,
             perhaps<rest_of_keyword<Keyword::for_all_together>>> {};
struct nomination_clause
    : sor<clause<Keyword::among, must_next<terms>>, clause<Keyword::within_each, must_next<terms>>,
          clause<Keyword::rank_by, must_next<terms>>, clause<Keyword::offer, perhaps_label, must_next<name>, must_next<terms>>,
          mark_line<Keyword::one_offer_each>,
          clause<Keyword::tie_for_place, stopping<stops::at_only, must_next<place_number>>, must_next<only_by>, must_next<what_follows>>,
          mark_line<Keyword::list_all>, seq<clause_word<Keyword::for_all_together>, together>,
          clause<Keyword::in_two_rounds, perhaps<colon>, perhaps<terms>>,
          clause<Keyword::vote, must_next<colon>, must_next<what_follows>>, cited> {};

// check
struct check_clause : sor<clause<Keyword::warn_when, must_next<condition>>, clause<Keyword::error_when, must_next<condition>>, cited> {};

// test. Rows are taken as they stand: a `#` in them is no comment.
struct row : seq<if_row, plus<not_one<'\n'>>> {};
struct comment_lines : star<seq<not_at<if_row>, blanks, comment, one<'\n'>>> {};
struct next_row : seq<one<'\n'>, comment_lines, row> {};
struct first_row : seq<plus<seq<line_gap, one<'\n'>>>, row> {};
struct rows : seq<must<first_row>, star<next_row>> {};
struct word_before_rows : seq<not_at<one<'|'>>, sentence_word> {};
struct whom : as_sentence<word_before_rows, star<seq<blanks, word_before_rows>>> {};
struct test_clause : sor<clause<Keyword::judged_in, must_next<terms>>, clause<Keyword::given, blanks, must<whom>, rows>,
                         clause<Keyword::expect, must_next<terms>>> {};

}  // namespace tdkt::grammar::rules
