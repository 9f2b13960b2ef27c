// SPDX-License-Identifier: Apache-2.0
// Definitions and tables in use, and the parameters of the definition whose body is read.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "syntax/words.hpp"
#include "typed/phrase.hpp"
#include "typed/reader/rewrite.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

namespace {

// A definition that grows beyond this when others are put into it is refused.
constexpr std::size_t most_nodes = 10'000;

std::string key_of(DefinitionId id, EntityId caller, const std::vector<Type>& types) {
  std::string key = std::to_string(id.index) + ':' + std::to_string(caller.index);
  for (const auto& type : types) {
    for (const std::uint32_t part : {static_cast<std::uint32_t>(type.kind), static_cast<std::uint32_t>(type.whole),
                                     static_cast<std::uint32_t>(type.percent), type.scale.index, type.entity.index,
                                     type.unit ? type.unit->index + 1 : 0})
      key += ',' + std::to_string(part);
    key += ';';
  }
  return key;
}

}  // namespace

void SentenceReader::definition(const Match& match, At begin, Place place, const Expr& subject, Readings& readings) {
  const DefinitionId id{match.named->index};
  const auto& definition = program_[id];
  if (definition.population || (!definition.anywhere && definition.of != subject->type.entity)) return;
  const auto levels = around(place).levels.size();
  const auto say = [&](At end, Expr meaning, std::vector<Expr> given, Type type) {
    if (meaning && size_of(*meaning, most_nodes) > most_nodes) {
      if (failures_)
        failures_->mistakes.push_back({begin, end, end, diagnostics::Kind::definition_too_large, {match.named->text}, {}});
      return;
    }
    add(readings, {end, expr(Defined{id, subject, std::move(given), std::move(meaning)}, type, begin, end), 0});
  };

  if (definition.parameters.empty() && !definition.anywhere) {
    const auto* self = std::get_if<Self>(&subject->node);
    if (!definition.body) return say(match.end, nullptr, {}, definition.type);
    auto& shared = self ? lexicon_.uses[{id.index, self->level, levels}] : lexicon_.no_use;
    if (!self || !shared.first || shared.second != definition.body)
      shared = {used(definition.body, subject, levels, {}, 0), definition.body};
    const auto meaning = shared.first;
    return say(match.end, meaning, {}, definition.body->type);
  }

  const auto caller = around(place).levels.back();
  const auto given_values = definition.parameters.empty()
                                ? std::vector<Arguments>{{match.end, {}}}
                                : arguments(match.end, definition.parameters.size(), place);
  for (const auto& given : given_values) {
    std::vector<Type> types;
    for (const auto& value : given.values) types.push_back(value->type);
    const auto body = body_of(id, definition.anywhere ? subject->type.entity : caller, types);
    if (!body) {
      if (failures_)
        failures_->mistakes.push_back({begin, given.end, given.end, diagnostics::Kind::definition_not_for, {match.named->text}, {},
                                       Mistake::Call{id, caller, types}});
      continue;
    }
    say(given.end, used(body, subject, levels, given.values, static_cast<std::uint8_t>(levels - 1)), given.values, body->type);
  }
}

// `(planned, actual)`: exactly `count` values, of any type.
std::vector<SentenceReader::Arguments> SentenceReader::arguments(At at, std::size_t count, Place place) {
  std::vector<Arguments> done;
  if (!symbol(at, "(") || count == 0) return done;
  std::vector<Arguments> open{{at + 1, {}}};
  while (!open.empty() && !enough()) {
    const auto partial = std::move(open.back());
    open.pop_back();
    auto values = expression(partial.end, bracketed(place));
    for (const auto& value : disjunction(partial.end, bracketed(place))) add(values, value);
    for (const auto& value : values) {
      auto next = partial;
      next.values.push_back(value.expr);
      const bool last = next.values.size() == count;
      const bool goes_on = symbol(value.end, ",") || symbol(value.end, ";");
      if (last ? !symbol(value.end, ")") : !goes_on) continue;
      next.end = value.end + 1;
      (last ? done : open).push_back(std::move(next));
    }
  }
  return done;
}

// The body with placeholders for its parameters, read once for each row of argument types.
Expr SentenceReader::body_of(DefinitionId id, EntityId caller, const std::vector<Type>& types) {
  const auto key = key_of(id, caller, types);
  const auto known = lexicon_.bodies.find(key);
  if (known != lexicon_.bodies.end()) return known->second;
  auto& open = lexicon_.being_read;
  if (std::find(open.begin(), open.end(), id) != open.end()) return nullptr;

  const auto& definition = program_[id];
  Context context;
  context.levels = {definition.anywhere ? caller : definition.of};
  context.language = definition.language;
  context.file = definition.written.file;
  context.pack = definition.pack;
  for (const auto& name : definition.parameters) context.arguments.emplace_back(name, nullptr);
  const Call call{caller, types};
  open.push_back(id);
  SentenceReader reader(lexicon_, definition.words, context, nullptr, &call);
  const auto body = only_meaning(reader.values(std::nullopt), static_cast<At>(definition.words.words.size()));
  open.pop_back();
  lexicon_.bodies.emplace(key, body);
  return body;
}

// The name of a parameter, and `value of the unit`: the caller's own, wherever it is said.
void SentenceReader::argument(At at, Place place, Readings& readings) {
  for (std::size_t i = 0; i < context_.arguments.size(); ++i) {
    const auto& [name, given] = context_.arguments[i];
    const auto words = phrase_of(name);
    if (words.empty() || !syntax::stands_at(words, sentence_, at)) continue;
    const auto end = at + static_cast<At>(words.size());
    if (given) {
      add(readings, {end, given, 0});
      continue;
    }
    // Read again for the entity at hand where that is of the caller's kind.
    const auto& levels = around(place).levels;
    const bool at_hand = call_ && levels.size() > 1 && levels.back() == call_->caller;
    Type type;
    type.kind = TypeKind::number;
    if (call_) type = call_->arguments.at(i);
    const auto say = [&](At last, std::size_t level) {
      add(readings, {last, placeholder(static_cast<std::uint32_t>(i), static_cast<std::uint8_t>(level), levels.size(), type, where(at, last)), 0});
    };
    say(end, at_hand ? levels.size() - 1 : 0);
    if (!call_) continue;
    for (const auto of : after(Keyword::of_, end))
      for (const auto first : articles(of))
        for (const auto& owner : names(first))
          if (owner.named->sort == Sort::entity && owner.named->index == call_->caller.index) say(owner.end, 0);
  }
}

// A table's input as another kind of entity has it; nullptr where it has none of that type.
Expr SentenceReader::input_of(TableId id, std::size_t input, EntityId entity) {
  const auto& table = program_.tables[id.index];
  const auto key = "table " + std::to_string(id.index) + ' ' + std::to_string(input) + ' ' + std::to_string(entity.index);
  const auto known = lexicon_.bodies.find(key);
  if (known != lexicon_.bodies.end()) return known->second;
  lexicon_.bodies.emplace(key, nullptr);
  Context context;
  context.levels = {entity};
  context.language = program_[table.pack].language;
  context.file = table.written.file;
  context.pack = table.pack;
  const auto& words = table.input_words[input];
  SentenceReader reader(lexicon_, words, context);
  auto read = only_meaning(reader.values(std::nullopt), static_cast<At>(words.words.size()));
  if (read && !comparable(table.inputs[input]->type, read->type)) read = nullptr;
  return lexicon_.bodies[key] = read;
}

// `points by party rating`; with other inputs, `points by X (late days)`.
void SentenceReader::table(const Match& match, At begin, Place place, const Expr& subject, Readings& readings) {
  const TableId id{match.named->index};
  const auto& table = program_.tables[id.index];
  const auto levels = around(place).levels.size();
  std::vector<Expr> inputs;
  if (table.of == subject->type.entity) {
    for (const auto& input : table.inputs) inputs.push_back(used(input, subject, levels, {}, 0));
  } else {
    for (std::size_t i = 0; i < table.input_words.size(); ++i)
      if (const auto input = input_of(id, i, subject->type.entity)) inputs.push_back(used(input, subject, levels, {}, 0));
  }
  if (!inputs.empty() && inputs.size() == table.inputs.size())
    add(readings, {match.end, expr(Lookup{id, std::move(inputs)}, table.type, begin, match.end), 0});
  for (const auto& given : arguments(match.end, table.inputs.size(), place)) {
    bool fits = true;
    for (std::size_t i = 0; i < given.values.size(); ++i)
      fits = fits && comparable(table.inputs[i]->type, given.values[i]->type);
    if (fits) add(readings, {given.end, expr(Lookup{id, given.values}, table.type, begin, given.end), 0});
  }
}

}  // namespace tdkt::typed::reading
