// SPDX-License-Identifier: Apache-2.0
// Blanks, comments and words.
//
// Every rule is read over the text itself.
#pragma once

#include "grammar/rules.hpp"

namespace tdkt::grammar::rules {

// Gaps. A gap ends at the end of a line unless the clause goes on below.
struct blank : one<' ', '\t'> {};
struct comment : seq<at_comment, until<at<eolf>>> {};
struct blanks : star<blank> {};
struct line_gap : seq<blanks, opt<comment>> {};
struct next_lines : plus<seq<one<'\n'>, line_gap>> {};
struct gap : seq<line_gap, opt<seq<if_goes_on, next_lines>>> {};

// Quoted text ends on its line.
struct quoted_text : star<not_one<'"', '\n'>> {};
struct closing_quote : one<'"'> {};
struct quoted : seq<one<'"'>, quoted_text, must<closing_quote>> {};

// Numbers. The sign within a number is the language's own; the action says so where it is not.
struct group_of_digits : seq<one<' '>, digit, digit, digit, not_at<word_character>> {};
struct grouped_digits : seq<rep_min_max<1, 3, digit>, plus<group_of_digits>> {};
struct digits : sor<grouped_digits, plus<digit>> {};
struct digits_behind : seq<one<'.', ','>, plus<digit>> {};
struct figures : seq<digits, star<digits_behind>, not_at<sor<word_character, seq<one<'.'>, letter>>>> {};
struct number : seq<figures> {};
struct percent : seq<figures, blanks, one<'%'>> {};

// Dates: 2024-01-31, and 31/01/2024.
struct up_to_two_digits : rep_min_max<1, 2, digit> {};
struct iso_date
    : seq<rep<4, digit>, one<'-'>, up_to_two_digits, one<'-'>, up_to_two_digits, not_at<word_character>> {};
struct slashed_date
    : seq<up_to_two_digits, one<'/'>, up_to_two_digits, one<'/'>, rep<4, digit>, not_at<word_character>> {};
struct date : sor<iso_date, slashed_date> {};
struct odd_date : consuming<ask::odd_date> {};  // 31/12/24, 31-12-2024, 31.12.2024

// Letters, digits and marks; a hyphen between letters belongs to the word, as the dots of `4.a` do.
struct letters : seq<letter, star<seq<one<'-'>, letter>>> {};
struct step_of_label : seq<plus<digit>, one<'.'>, at<letter>> {};
struct plain_word : plus<sor<letters, step_of_label, word_character>> {};

// Signs; `'s` is one.
struct possessive : seq<one<'\''>, one<'s', 'S'>, not_at<word_character>> {};
struct sign_of_two : sor<string<'<', '>'>, string<'<', '='>, string<'>', '='>, string<'-', '>'>> {};
struct sign_of_one : one<'+', '-', '*', '/', ',', ';', ':', '=', '<', '>', '\'', '|'> {};
struct sign_beyond_ascii : utf8::one<U'×', U'÷', U'≠', U'≤', U'≥', U'−', U'–', U'—', U'→'> {};
struct sign : sor<possessive, sign_of_two, sign_of_one, sign_beyond_ascii> {};
struct full_stop : plus<one<'.'>> {};
// Signs of other languages, and what is no sign at all: each has its message.
struct foreign_sign : sor<string<'!', '='>, string<'=', '='>, string<'=', '<'>, string<'=', '>'>, string<'&', '&'>,
                          string<'|', '|'>, one<'&'>> {};
struct foreign_bracket : one<'[', ']', '{', '}'> {};
struct stray : utf8::not_one<U'(', U')', U'"', U'\n', U'\t', U' '> {};

// Brackets close before their clause ends.
struct opening_bracket : one<'('> {};
struct closing_bracket : one<')'> {};
struct loose_bracket : one<')'> {};  // of a label: `fails c) of`
struct word;
struct next_word_in_brackets : seq<gap, not_at<one<')'>>, word> {};
struct bracketed : seq<opening_bracket, in_brackets<star<next_word_in_brackets>, gap>, must<closing_bracket>> {};
struct quoted_word : seq<quoted> {};
struct word : sor<quoted_word, date, odd_date, percent, number, plain_word, foreign_sign, foreign_bracket, sign, full_stop, bracketed,
                  seq<if_outside_brackets, loose_bracket>, stray> {};

// A sentence, up to where it must stop.
struct sentence_word : seq<if_free_of_stops, word> {};
struct words : seq<sentence_word, star<seq<gap, sentence_word>>> {};

}  // namespace tdkt::grammar::rules
