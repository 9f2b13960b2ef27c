// SPDX-License-Identifier: Apache-2.0
// What is written of a sentence is read again before it is used.
#include <algorithm>

#include "format/sayer.hpp"
#include "grammar/spelling.hpp"
#include "syntax/parse.hpp"

namespace tdkt::format {

using typed::Expr;
using typed::ReadSentence;

namespace {

class Same {
 public:
  explicit Same(std::function<std::string(const std::string&)> title) : title_(std::move(title)) {}

  bool same(const Expr& a, const Expr& b) const { return a && b ? same_meaning(*a, *b, title_) : !a && !b; }
  bool same(const std::vector<Expr>& a, const std::vector<Expr>& b) const {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [this](const Expr& x, const Expr& y) { return same(x, y); });
  }
  bool same(const typed::Scope& a, const typed::Scope& b) const {
    return a.entity == b.entity && same(a.filter, b.filter) && a.only == b.only && a.year == b.year &&
           a.period == b.period && a.every.cadence == b.every.cadence && a.every.declared == b.every.declared;
  }
  bool same(const typed::Set& a, const typed::Set& b) const { return same(counted(a), counted(b)); }
  // Conditions that follow one another hold together, however they were joined.
  bool same(const typed::Reader::Among& a, const typed::Reader::Among& b) const {
    return a.relation == b.relation && a.inverse == b.inverse && same(together(a.filters), together(b.filters));
  }
  bool same(const std::vector<typed::RankKey>& a, const std::vector<typed::RankKey>& b) const {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [this](const auto& x, const auto& y) {
      return same(x.value, y.value) && x.high_to_low == y.high_to_low;
    });
  }
  bool same(const typed::Reader::OfferTerms& a, const typed::Reader::OfferTerms& b) const {
    return same(a.quota.number, b.quota.number) && same(a.quota.share, b.quota.share) && a.quota.base == b.quota.base &&
           same(a.quota.base_number, b.quota.base_number) && a.quota.offered == b.quota.offered && a.quota.ranking == b.quota.ranking &&
           (!a.quota.share || a.quota.rounding == b.quota.rounding) && same(a.quota.at_least, b.quota.at_least) &&
           same(a.condition, b.condition) && a.without_requirements == b.without_requirements;
  }
  bool same(const typed::Expectation& a, const typed::Expectation& b) const {
    const auto key = [this](const std::string& text) { return grammar::key_of(title_(text)); };
    return a.kind == b.kind && a.entity == b.entity && key(a.title) == key(b.title) && a.path == b.path &&
           a.place == b.place && a.year == b.year && same(a.value, b.value) && same(a.expected, b.expected);
  }

 private:
  static Expr counted(const typed::Set& set) {
    return typed::make(typed::Aggregate{typed::Function::number, set, nullptr, nullptr, false}, {}, {});
  }
  static Expr together(const std::vector<Expr>& filters) {
    return filters.empty() ? nullptr : typed::make(typed::All{filters}, {}, {});
  }
  std::function<std::string(const std::string&)> title_;
};

// The types that arguments have where a definition is used, and whom it is used for.
struct Use {
  std::vector<typed::Type> types;
  typed::EntityId caller;
};

void find_uses(const typed::Expression& e, typed::DefinitionId id, std::vector<Use>& uses) {
  if (const auto* defined = std::get_if<typed::Defined>(&e.node)) {
    if (defined->definition == id && defined->subject) {
      Use use{{}, defined->subject->type.entity};
      for (const auto& argument : defined->arguments) use.types.push_back(argument->type);
      uses.push_back(std::move(use));
    }
    if (defined->subject) find_uses(*defined->subject, id, uses);
    for (const auto& argument : defined->arguments) find_uses(*argument, id, uses);
    return;
  }
  for_each_part(e, [&](const typed::Expression& part) { find_uses(part, id, uses); });
}

std::vector<Use> uses_of(const Subject& subject, typed::DefinitionId id) {
  std::vector<Use> uses;
  for (const auto& [place, read] : subject.provenance.sentences)
    if (const auto* e = std::get_if<Expr>(&read.meaning)) find_uses(**e, id, uses);
  return uses;
}

// Where nobody uses it: parameters are most often numbers.
std::vector<Use> guesses_for(const typed::Program& program, const typed::Definition& definition) {
  std::vector<typed::Type> kinds(4);
  kinds[0].kind = kinds[1].kind = typed::TypeKind::number;
  kinds[1].percent = true;
  kinds[2].kind = typed::TypeKind::truth;
  kinds[3].kind = typed::TypeKind::date;
  std::vector<Use> guesses;
  for (const auto& kind : kinds)
    for (std::uint32_t entity = 0; entity < program.schema.entities.size(); ++entity)
      guesses.push_back({std::vector<typed::Type>(definition.parameters.size(), kind), typed::EntityId{entity}});
  return guesses;
}

}  // namespace

bool Sayer::reads_back(const std::string& text, const ReadSentence& read, const typed::Nomination* nomination,
                       typed::Reader& reader) const {
  const auto words = syntax::words_of(text, to_);
  auto context = read.context;
  context.language = to_;
  const Same same([this](const std::string& written) {
    const auto found = subject_.titles.find(grammar::key_of(written));
    return found == subject_.titles.end() ? written : found->second.front();
  });
  const auto expected = [&]<class Meaning>(const Meaning& meaning, const auto& again) {
    if constexpr (std::is_same_v<Meaning, Expr>) return same.same(meaning, again);
    else return again && same.same(meaning, *again);
  };
  switch (read.kind) {
    case ReadSentence::Kind::condition: return expected(std::get<Expr>(read.meaning), reader.condition(words, context));
    case ReadSentence::Kind::number: return expected(std::get<Expr>(read.meaning), reader.number(words, context));
    case ReadSentence::Kind::value: return expected(std::get<Expr>(read.meaning), reader.value(words, context, read.wanted));
    case ReadSentence::Kind::scope: return expected(std::get<typed::Scope>(read.meaning), reader.scope(words, context));
    case ReadSentence::Kind::population:
      return expected(std::get<typed::Set>(read.meaning), reader.population(words, context));
    case ReadSentence::Kind::among:
      return expected(std::get<typed::Reader::Among>(read.meaning), reader.among(words, context));
    case ReadSentence::Kind::keys:
      return same.same(std::get<std::vector<typed::RankKey>>(read.meaning), reader.keys(words, context));
    case ReadSentence::Kind::offer:
      return nomination && expected(std::get<typed::Reader::OfferTerms>(read.meaning), reader.offer(words, context, *nomination));
    case ReadSentence::Kind::expectation:
      return expected(std::get<typed::Expectation>(read.meaning), reader.expectation(words, context));
  }
  return false;
}

// With parameters, or of nobody, it is read at each use. Here it is read once more, its parameters being
// names of values of the types that they have at some use.
std::string Sayer::definition_read_at_use(const typed::Definition& definition, const Sentence& written) {
  const auto& program = subject_.program;
  const typed::DefinitionId id{static_cast<std::uint32_t>(&definition - program.definitions.data())};
  auto uses = uses_of(subject_, id);
  for (auto& guess : guesses_for(program, definition)) uses.push_back(std::move(guess));
  for (const auto& use : uses) {
    if (use.types.size() != definition.parameters.size()) continue;
    auto with_parameters = program;
    for (std::size_t i = 0; i < use.types.size(); ++i) {
      typed::ParameterHistory parameter;
      parameter.name.forms[static_cast<std::size_t>(definition.language)].push_back(definition.parameters[i]);
      parameter.type = use.types[i];
      parameter.pack = definition.pack;
      with_parameters.parameters.push_back(std::move(parameter));
    }
    Diagnostics unheard;
    typed::Reader reader(with_parameters, subject_.sources, unheard);
    typed::Context context;
    context.levels = {definition.anywhere ? use.caller : definition.of};
    context.language = definition.language;
    context.file = subject_.file.file;
    context.pack = definition.pack;
    auto read = reader.value(written, context);
    if (!read) continue;
    return said({ReadSentence::Kind::value, context, {}, std::move(read)}, written, nullptr, with_parameters, reader);
  }
  return translates() ? cannot_say(written) : words(written);
}

}  // namespace tdkt::format
