// SPDX-License-Identifier: Apache-2.0
// Rules that ask the reading: what a grammar of characters alone cannot know.
//
// The one state of the grammar has a member `reading`. Rules named `if_…` match without consuming.
#pragma once

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

#include "grammar/characters.hpp"
#include "grammar/reading.hpp"

namespace tdkt::grammar::rules {

using namespace tao::pegtl;  // here the library's words are the language we write in

// Thrown after a report: the clause, or the whole statement, cannot be read further.
struct Clause_is_broken {};
struct Statement_is_broken {};

inline constexpr std::uint32_t deepest = 60;  // brackets, and groups

template <class Input, class State>
std::size_t place_of(const Input& in, const State& state) {
  return static_cast<std::size_t>(in.current() - state.reading.text.data());
}

// Asks a question; consumes nothing.
template <class Question>
struct asking {
  using rule_t = asking;
  using subs_t = empty_list;
  template <apply_mode, rewind_mode, template <class...> class, template <class...> class, class Input, class State>
  static bool match(Input& in, State& state) {
    return Question::answer(state.reading, place_of(in, state));
  }
};

// Consumes up to where the answer says, if there is one.
template <class Question>
struct consuming {
  using rule_t = consuming;
  using subs_t = empty_list;
  template <apply_mode, rewind_mode, template <class...> class, template <class...> class, class Input, class State>
  static bool match(Input& in, State& state) {
    const auto at = place_of(in, state);
    const auto end = Question::answer(state.reading, at);
    if (!end) return false;
    in.bump(*end - at);
    return true;
  }
};

// Changes the scene while its rules match.
template <class Change, class... Rules>
struct within {
  using rule_t = within;
  using subs_t = type_list<seq<Rules...>>;
  template <apply_mode A, rewind_mode M, template <class...> class Action, template <class...> class Control,
            class Input, class State>
  static bool match(Input& in, State& state) {
    struct Kept {
      Scene& now;
      Scene before;
      ~Kept() { now = before; }
    } kept{state.reading.scene, state.reading.scene};
    if (!Change::change(state.reading, place_of(in, state))) Control<typename Change::limit>::raise(in, state);
    return Control<seq<Rules...>>::template match<A, M, Action, Control>(in, state);
  }
};

// Characters
template <bool (*Is)(char32_t)>
struct character_of {
  using rule_t = character_of;
  using subs_t = empty_list;
  template <class Input>
  static bool match(Input& in) {
    if (in.empty()) return false;
    const auto [code, size] = character_at(std::string_view(in.current(), in.size()), 0);
    if (!Is(code)) return false;
    in.bump(size);
    return true;
  }
};
struct word_character : character_of<is_word_character> {};
struct letter : character_of<is_letter> {};

// Lines
namespace ask {
struct comment { static bool answer(const Reading& r, std::size_t at) { return r.comment_at(at); } };
struct goes_on { static bool answer(Reading& r, std::size_t at) { return r.goes_on(at); } };
struct clause_follows { static bool answer(Reading& r, std::size_t at) { return r.clause_follows(at); } };
struct statement_follows { static bool answer(Reading& r, std::size_t at) { return r.statement_follows(at); } };
struct row_follows { static bool answer(Reading& r, std::size_t at) { return r.row_follows(at); } };
struct row { static bool answer(Reading& r, std::size_t at) { return r.row_holds(at); } };
struct free_of_stops { static bool answer(Reading& r, std::size_t at) { return !r.stops_at(at); } };
struct outside_brackets { static bool answer(const Reading& r, std::size_t) { return r.scene.brackets == 0; } };
struct group { static bool answer(Reading& r, std::size_t at) { return r.group_end(at) || r.odd_group(at); } };
struct odd_group {
  static std::optional<std::uint32_t> answer(Reading& r, std::size_t at) {
    const auto group = r.odd_group(at);
    if (!group) return std::nullopt;
    r.taken = {group->keyword, static_cast<std::uint32_t>(at), group->end};
    return group->end;
  }
};
struct together { static bool answer(Reading& r, std::size_t at) { return r.together_at(at); } };
struct label { static auto answer(Reading& r, std::size_t at) { return r.label_end(at); } };
struct odd_date { static auto answer(const Reading& r, std::size_t at) { return r.odd_date_end(at); } };
struct translation {
  static std::optional<std::size_t> answer(const Reading& r, std::size_t at) {
    if (!r.translation_at(at)) return std::nullopt;
    return at + 3;
  }
};
}  // namespace ask

struct at_comment : asking<ask::comment> {};
struct if_goes_on : asking<ask::goes_on> {};
struct if_clause_follows : asking<ask::clause_follows> {};
struct if_statement_follows : asking<ask::statement_follows> {};
struct if_row_follows : asking<ask::row_follows> {};
struct if_row : asking<ask::row> {};
struct if_free_of_stops : asking<ask::free_of_stops> {};
struct if_outside_brackets : asking<ask::outside_brackets> {};
struct if_group : asking<ask::group> {};
struct if_together : asking<ask::together> {};
struct label : consuming<ask::label> {};
struct odd_group_opener : consuming<ask::odd_group> {};  // `one of the following:`
struct translation_tag : consuming<ask::translation> {};

// Keywords
template <Keyword K, std::size_t Piece>
struct keyword_piece {
  static auto answer(Reading& r, std::size_t at) { return r.keyword_end(K, at, Piece); }
};
template <Keyword K>
struct keyword : consuming<keyword_piece<K, 0>> {
  static constexpr Keyword wanted = K;
};
template <Keyword K>
struct rest_of_keyword : consuming<keyword_piece<K, 1>> {
  static constexpr Keyword wanted = K;
};

// The word at the begin of a statement or clause. A line without a word of its own (a value, a row)
// consumes nothing.
template <Keyword K>
struct begins_statement {
  static std::optional<std::uint32_t> answer(Reading& r, std::size_t at) { return r.take_statement_word(K, at); }
};
template <Keyword K>
struct begins_clause {
  static std::optional<std::uint32_t> answer(Reading& r, std::size_t at) { return r.take_line_word(K, at); }
};
template <Keyword K>
struct statement_word : consuming<begins_statement<K>> {};
template <Keyword K>
struct clause_word : consuming<begins_clause<K>> {};

// Scenes
struct depth_of_brackets : success {};  // limits, for their messages
struct depth_of_groups : success {};

struct one_bracket_deeper {
  using limit = depth_of_brackets;
  static bool change(Reading& r, std::size_t) { return ++r.scene.brackets <= deepest; }
};
template <class... Rules>
struct in_brackets : within<one_bracket_deeper, Rules...> {};

template <const Place& P>
struct to_place {
  using limit = success;
  static bool change(Reading& r, std::size_t) {
    r.scene = Scene{};
    r.scene.place = &P;
    r.scene.in_header = true;
    return true;
  }
};
template <const Place& P, class... Rules>
struct in_place : within<to_place<P>, Rules...> {};

struct past_header {
  using limit = success;
  static bool change(Reading& r, std::size_t) { return !(r.scene.in_header = false); }
};
template <class... Rules>
struct below_header : within<past_header, Rules...> {};

template <const Stops& S>
struct to_stops {
  using limit = success;
  static bool change(Reading& r, std::size_t) {
    r.scene.stops = &S;
    return true;
  }
};
template <const Stops& S, class... Rules>
struct stopping : within<to_stops<S>, Rules...> {};

struct one_group_deeper {
  using limit = depth_of_groups;
  static bool change(Reading& r, std::size_t at) { return r.enter_group(at) <= deepest; }
};
template <class... Rules>
struct in_group : within<one_group_deeper, Rules...> {};

// A clause or statement in the making: the control opens one, and closes or drops it.
template <Keyword K, class... Rules>
struct framed : seq<Rules...> {
  static constexpr Keyword frame = K;
};

}  // namespace tdkt::grammar::rules

namespace tao::pegtl {
template <class Name, class Question>
struct analyze_traits<Name, tdkt::grammar::rules::asking<Question>> : analyze_opt_traits<> {};
template <class Name, class Question>
struct analyze_traits<Name, tdkt::grammar::rules::consuming<Question>> : analyze_any_traits<> {};
template <class Name, tdkt::grammar::Keyword K>
struct analyze_traits<Name, tdkt::grammar::rules::consuming<tdkt::grammar::rules::begins_clause<K>>>
    : analyze_opt_traits<> {};
template <class Name, class Change, class... Rules>
struct analyze_traits<Name, tdkt::grammar::rules::within<Change, Rules...>> : analyze_seq_traits<Rules...> {};
template <class Name, bool (*Is)(char32_t)>
struct analyze_traits<Name, tdkt::grammar::rules::character_of<Is>> : analyze_any_traits<> {};
}  // namespace tao::pegtl
