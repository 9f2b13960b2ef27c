// SPDX-License-Identifier: Apache-2.0
// Words that are nearly a declared phrase or a keyword.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "syntax/parse.hpp"
#include "typed/reader/diagnosis.hpp"

namespace tdkt::typed::reading {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Language;

namespace {

bool is_plain(const syntax::Word& word) {
  return word.kind == syntax::WordKind::word || word.kind == syntax::WordKind::number;
}

const columns::Name* name_of(const Program& program, const Named& named) {
  const auto& schema = program.schema;
  switch (named.sort) {
    case Sort::entity: return &schema.entities[named.index].name;
    case Sort::fact: return &schema.facts[named.index].name;
    case Sort::relation: return &schema.relations[named.index].name;
    case Sort::inverse: return &*schema.relations[named.index].inverse;
    case Sort::verb: return &schema.verbs[named.index].name;
    case Sort::parameter: return &program.parameters[named.index].name;
    case Sort::definition: return &program.definitions[named.index].name;
    case Sort::table: return &program.tables[named.index].name;
    case Sort::unit_of_measure: return &schema.units[named.index].name;
    case Sort::cadence: return &schema.cadences[named.index].name;
    case Sort::value: return &schema.scales[named.index].values[named.code];
  }
  return nullptr;
}

}  // namespace

Spellings& Lexicon::spellings(Language language) {
  auto& of_language = spellings_[static_cast<std::size_t>(language)];
  if (!of_language) of_language = std::make_unique<Spellings>(language);
  of_language->take_up(phrases);
  return *of_language;
}

namespace {

template <class Wanted>
const grammar::Candidates& taken_up(Lexicon::Titles& titles, const Program& program, Wanted wanted) {
  for (; titles.awards_taken < program.awards.size(); ++titles.awards_taken) {
    const auto& award = program.awards[titles.awards_taken];
    if (!wanted(award)) continue;
    titles.all.add(award.title.text);
    if (award.title.translation) titles.all.add(*award.title.translation);
  }
  return titles.all;
}

}  // namespace

const grammar::Candidates& Lexicon::award_titles() {
  return taken_up(titles_[std::nullopt], program, [](const Award&) { return true; });
}

const grammar::Candidates& Lexicon::award_titles(EntityId entity) {
  return taken_up(titles_[entity.index], program, [&](const Award& award) {
    return award.kind == RuleKind::award && award.scope.entity == entity;
  });
}

// The phrases that are nearest to some of the words from `at` on, best first.
std::vector<Diagnosis::Near> Diagnosis::near_at(std::size_t at) const {
  constexpr std::size_t longest = 10, most = 12;
  auto& spellings = state_.lexicon.spellings(language_);
  std::vector<Near> found;
  // `2votes` is not `votes`.
  if (at < size() && words_[at].text.size() > 1 && words_[at].text.front() >= '0' && words_[at].text.front() <= '9') return found;
  std::string key;
  bool has_unknown = false;
  for (std::size_t end = at; end < size() && end < at + longest && words_[end].kind == syntax::WordKind::word; ++end) {
    key += (key.empty() ? "" : " ") + words_[end].key;
    has_unknown = has_unknown || !covered_[end];
    if (!has_unknown) continue;  // nobody misspells one word into another
    for (const auto& [spelt, distance] : spellings.near(key)) found.push_back({at, end + 1, distance, spelt->text, spelt->named});
  }
  std::erase_if(found, [&](const Near& near) { return leaves_out(near); });
  // A form that begins as the word before it does takes that word in: `đã đăng ký`.
  for (auto& near : found)
    if (near.from > 0 && words_[near.from - 1].kind == syntax::WordKind::word && near.text.find(' ') != std::string::npos &&
        grammar::key_of(near.text.substr(0, near.text.find(' '))) == words_[near.from - 1].key)
      --near.from;
  // Of equal distance, the one that takes up more words.
  std::stable_sort(found.begin(), found.end(), [](const Near& a, const Near& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.to > b.to;
  });
  if (found.size() > most) found.resize(most);
  return found;
}

// Whether all that it would change is to leave out words, which might matter: `nữ cán bộ` is not `cán bộ`.
bool Diagnosis::leaves_out(const Near& near) const {
  const auto kept = syntax::words_of(near.text, language_).words;
  auto at = near.from;
  for (const auto& word : kept) {
    while (at < near.to && words_[at].key != word.key) ++at;
    if (at++ == near.to) return false;
  }
  return kept.size() < near.to - near.from;
}

Phrase Diagnosis::did_you_mean(const Near& near) const {
  std::string twin;
  const auto& program = state_.lexicon.program;
  if (near.named) {
    if (const auto* name = name_of(program, *near.named)) {
      const auto& translated = name->in(other(near.named->english ? Language::english : Language::vietnamese));
      if (grammar::key_of(translated) != grammar::key_of(near.text)) twin = " (" + translated + ")";
    }
  }
  return {"did you mean '" + near.text + "'" + twin + "?", "có phải ý là '" + near.text + "'" + twin + "?"};
}

void Diagnosis::report_near(const std::vector<Near>& found) {
  const auto& first = found.front();
  const auto text = text_of_words(question_.sentence, first.from, first.to);
  const auto& schema = state_.lexicon.program.schema;
  auto& diagnostic = first.named && first.named->sort == Sort::value
                         ? say(Kind::not_a_value, first.from, first.to, {text, phrase_of_name(schema.scales[first.named->index].name)})
                         : say(Kind::not_a_phrase, first.from, first.to, {text});
  for (const auto& near : found)
    offer(diagnostic, {{static_cast<std::uint32_t>(near.from), static_cast<std::uint32_t>(near.to), near.text}}, did_you_mean(near));
}

// `whole_only`: only what mends the whole sentence; else also what lets it make sense further on.
bool Diagnosis::report_near(std::size_t at, bool whole_only) {
  std::vector<Near> mending;
  const Near* helping = nullptr;
  const auto all = near_at(at);
  const auto same_text = [](const Near& a, const Near& b) { return grammar::key_of(a.text) == grammar::key_of(b.text); };
  for (const auto& near : all) {
    if (!mending.empty() && (near.distance > mending.front().distance || mending.size() == 3)) break;
    const std::vector<Edit> edits{{static_cast<std::uint32_t>(near.from), static_cast<std::uint32_t>(near.to), near.text}};
    if (std::any_of(mending.begin(), mending.end(), [&](const Near& other) {
          return same_text(other, near) || (other.named && near.named && other.named->sort == near.named->sort &&
                                            other.named->index == near.named->index && other.named->code == near.named->code);
        }))
      continue;
    if (mended_by(edits)) {
      mending.push_back(near);
    } else if (!whole_only && !helping) {
      const auto grown = edited(edits).words.size();
      const auto end = near.to + grown - size();
      if (reach_of(edits) > end) helping = &near;
    }
  }
  if (mending.empty() && helping) mending.push_back(*helping);
  if (mending.empty()) return false;
  report_near(mending);
  return true;
}

// First where reading stopped, then at the words before it, then behind it.
bool Diagnosis::near_phrase() {
  std::vector<std::size_t> places{at_};
  if (failures_.furthest < at_) places.push_back(failures_.furthest);
  for (std::size_t at = at_; at-- > 0;) places.push_back(at);
  for (std::size_t at = at_ + 1; at < size(); ++at) places.push_back(at);
  constexpr std::size_t most_places = 60;
  if (places.size() > most_places) places.resize(most_places);
  for (const auto at : places)
    if (at < size() && report_near(at, true)) return true;
  return at_ < size() && report_near(at_, false);
}

// `yeu cau it nhat …`: the word that begins the clause has been reported, and lacks its marks, too.
bool Diagnosis::joined_with_clause_word(const std::vector<Edit>& edits) {
  const auto file = question_.context.file;
  for (const auto kind : {Kind::unknown_clause, Kind::unknown_statement}) {
    auto* before = state_.diagnostics.last_of(kind, file);
    if (!before || before->suggestions.size() != 1 || before->where.span.end > words_.front().span.begin) continue;
    auto& suggestion = before->suggestions.front();
    const auto& source = state_.sources[file];
    const auto between = source.text({before->where.span.end, words_.front().span.begin});
    if (between.find_first_not_of(" \t") != std::string_view::npos) continue;
    if (grammar::bare_key_of(source.text(before->where.span)) != grammar::bare_key_of(suggestion.replacement)) continue;
    const auto made = replacement_of(state_.sources, question_, edits);
    const source::Span whole{before->where.span.begin, made.span.end};
    const auto text = suggestion.replacement + std::string(source.text({before->where.span.end, made.span.begin})) + made.text;
    before->kind = Kind::marks_missing;
    before->values = {std::string(source.text(whole))};
    before->where.span = whole;
    before->suggestions.clear();
    before->replace({file, whole}, text, {"write '" + text + "'", "viết '" + text + "'"});
    return true;
  }
  return false;
}

std::vector<Edit> with_marks(const syntax::Sentence& sentence, const Spellings& spellings) {
  constexpr std::size_t longest = 10;
  const auto& words = sentence.words;
  std::vector<Edit> edits;
  for (std::size_t at = 0; at < words.size();) {
    std::string key;
    std::size_t end_found = at;
    const Spelt* meant = nullptr;
    for (std::size_t end = at; end < words.size() && end < at + longest && is_plain(words[end]); ++end) {
      key += (key.empty() ? "" : " ") + (words[end].kind == syntax::WordKind::word ? words[end].key : words[end].text);
      if (key != grammar::bare_key_of(key)) break;
      if (const auto* found = spellings.without_marks(key)) meant = found, end_found = end + 1;
    }
    if (!meant) {
      ++at;
      continue;
    }
    edits.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end_found), meant->text});
    at = end_found;
  }
  return edits;
}

// Every phrase that was written without its marks, at once.
bool Diagnosis::without_diacritics() {
  const auto edits = with_marks(question_.sentence, state_.lexicon.spellings(language_));
  if (edits.empty() || !mended_by(edits)) return false;
  if (joined_with_clause_word(edits)) return true;
  const auto first = edits.front().from, last = edits.back().to;
  auto& diagnostic = say(Kind::marks_missing, first, last, {text_of_words(question_.sentence, first, last)});
  offer_edits(diagnostic, state_.sources, question_, edits);
  return true;
}

std::size_t Diagnosis::unknown_end(std::size_t at) const {
  constexpr std::size_t most = 5;
  const KeywordIndex index(question_.sentence, language_);
  auto end = at + 1;
  while (end < size() && end < at + most && is_plain(words_[end]) && !index.any_at(static_cast<At>(end)) && names_[end].empty()) ++end;
  return end;
}

// What could have stood there, in words.
Phrase Diagnosis::expected() const {
  std::string english, vietnamese;
  const auto& schema = state_.lexicon.program.schema;
  int count = 0;
  const auto add = [&](const Phrase& phrase) {
    if (english.find(phrase.english) != std::string::npos || ++count > 2) return;
    english += (english.empty() ? "" : " or ") + phrase.english;
    vietnamese += (vietnamese.empty() ? "" : " hoặc ") + phrase.vietnamese;
  };
  if (failures_.furthest == at_)
    for (const auto& one : failures_.expected) {
      const auto whose = [&](std::string en, std::string vi) {
        if (!one.levels.empty()) {
          const auto name = phrase_of_name(schema[one.levels.back()].name);
          en += " of " + name.english;
          vi += " của " + name.vietnamese;
        }
        return Phrase(en, vi);
      };
      switch (one.what) {
        case Wanted::condition: add(whose("something said", "một điều kiện")); break;
        case Wanted::fact: add(whose("a fact", "dữ kiện")); break;
        case Wanted::set: add(whose("a relation", "quan hệ")); break;
        case Wanted::entity: add({"an entity", "đối tượng"}); break;
        case Wanted::value_of_scale: {
          const auto name = phrase_of_name(schema[one.type.scale].name);
          add({"a value of '" + name.english + "'", "một giá trị của '" + name.vietnamese + "'"});
          break;
        }
        case Wanted::value:
          if (one.type.kind == TypeKind::number) add({"a number", "một số"});
          else if (one.type.kind == TypeKind::entity) add(phrase_of_name(schema[one.type.entity].name));
          else add({"a value", "một giá trị"});
          break;
        case Wanted::comparison: add({"a comparison such as 'is at least'", "phép so sánh, chẳng hạn 'không thấp hơn'"}); break;
        case Wanted::amount: add({"a share such as 70% or a number", "tỷ lệ như 70% hoặc một số"}); break;
        case Wanted::title: add({"a title in quotes", "tên trong ngoặc kép"}); break;
        case Wanted::period: add({"the name of a period", "tên một đợt"}); break;
        case Wanted::scorecard: add({"the name of a scorecard", "tên một bảng điểm"}); break;
      }
    }
  if (english.empty())
    return question_.kind == GoalKind::condition ? Phrase("a condition", "một điều kiện") : Phrase("a value", "một giá trị");
  return {english, vietnamese};
}

void Diagnosis::list_values(Diagnostic& diagnostic, ScaleId scale) const {
  std::string english, vietnamese;
  for (const auto& value : state_.lexicon.program.schema[scale].values) {
    english += (english.empty() ? "" : ", ") + value.in(Language::english);
    vietnamese += (vietnamese.empty() ? "" : ", ") + value.in(Language::vietnamese);
  }
  diagnostic.note({"its values: " + english, "các giá trị: " + vietnamese});
}

}  // namespace tdkt::typed::reading
