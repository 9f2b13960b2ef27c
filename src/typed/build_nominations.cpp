// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "syntax/parse.hpp"
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

// Without `among`, the members are those of the only relation to many that could be meant.
bool only_relation(Build& build, const Item& item, Nomination& nomination) {
  std::vector<std::uint32_t> fitting;
  for (std::uint32_t i = 0; i < build.schema.relations.size(); ++i) {
    const auto& relation = build.schema.relations[i];
    if (relation.of == nomination.scope.entity && relation.many &&
        relation.timing.cadence != values::Cadence::dated)
      fitting.push_back(i);
  }
  if (fitting.size() != 1) {
    if (!item->lines_lost)
      report(build, item, Kind::among_missing, item.header().span, {nomination.title.text});
    return false;
  }
  nomination.members = RelationId{fitting.front()};
  return true;
}

bool read_members(Build& build, const Item& item, Nomination& nomination) {
  const auto* clause = clause_of(item->clauses, Keyword::among);
  if (!clause) return only_relation(build, item, nomination);
  const auto among = read(build, item, clause->sentence, [&](Reader& reader) {
    return reader.among(clause->sentence, context_of(item, {nomination.scope.entity}));
  });
  if (!among) return false;
  nomination.members = among->relation;
  nomination.inverse = among->inverse;
  nomination.among = among->filters;
  return true;
}

EntityId candidate_of(const Build& build, const Nomination& nomination) {
  const auto& relation = build.schema[nomination.members];
  return nomination.inverse ? relation.of : relation.to;
}

void read_keys(Build& build, const Item& item, const Sentence& words,
               const std::vector<EntityId>& levels, std::optional<int> only_place, Nomination& nomination) {
  auto keys = read(build, item, words, [&](Reader& reader) {
    return reader.keys(words, context_of(item, levels));
  });
  for (auto& key : keys) {
    if (only_place) key.only_place = only_place;
    nomination.keys.push_back(std::move(key));
  }
}

bool award_of(const Program& program, EntityId candidate) {
  for (const auto& award : program.awards)
    if (award.kind == RuleKind::award && award.scope.entity == candidate) return true;
  return false;
}

// `blocs`, `mọi khối`: the entity, in English also of several.
std::optional<EntityId> group_named(const Build& build, const Sentence& words) {
  if (const auto entity = entity_named(build, words)) return entity;
  auto one = words;
  if (one.empty() || one.words.back().key.size() < 2 || one.words.back().key.back() != 's') return std::nullopt;
  one.words.back().key.pop_back();
  one.words.back().text.pop_back();
  return entity_named(build, one);
}

// Whom a nomination is for. `for all blocs together, every year` is read as `for a bloc, every year`.
Sentence scope_words(const Build& build, const Item& item) {
  const auto* together = clause_of(item->clauses, Keyword::for_all_together);
  for (const auto keyword : {Keyword::for_every, Keyword::for_the, Keyword::for_a})
    if (!together || end_of(keyword, item->header, 0, item) > 0) return item->header;
  const auto group = group_named(build, together->sentence);
  if (!group) return item->header;
  auto words = syntax::words_of(grammar::spellings(Keyword::for_a, item.language).front() + ' ' +
                                    build.schema[*group].name.in(item.language) + ',',
                                item.language);
  for (auto& word : words.words) word.span = together->sentence.span;
  words.span = source::join(together->sentence.span, item->header.span);
  words.words.insert(words.words.end(), item->header.words.begin(), item->header.words.end());
  return words;
}

// The awards that a candidate for the offer must be eligible for.
void find_awards(Build& build, const Item& item, const Clause& clause, EntityId candidate, Offer& offer) {
  if (offer.without_requirements) return;
  std::vector<std::string> titles;
  for (std::uint32_t i = 0; i < build.program.awards.size(); ++i) {
    const auto& award = build.program.awards[i];
    if (award.kind != RuleKind::award || award.scope.entity != candidate) continue;
    titles.push_back(award.title.text);
    if (award.title.translation) titles.push_back(*award.title.translation);
    if (is_titled(award.title, offer.title.text) ||
        (offer.title.translation && is_titled(award.title, *offer.title.translation)))
      offer.eligible_for.push_back(AwardId{i});
  }
  if (!offer.eligible_for.empty() || !award_of(build.program, candidate)) return;
  auto& diagnostic = report(build, item, Kind::offer_of_no_award, clause.title->span, {offer.title.text});
  suggest_nearest(diagnostic, item.at(clause.title->span), offer.title.text, titles, true);
}

void read_offer(Build& build, const Item& item, const Clause& clause, const std::vector<EntityId>& levels,
                Nomination& nomination) {
  if (!clause.title) return;
  const auto terms = read(build, item, clause.sentence, [&](Reader& reader) {
    return reader.offer(clause.sentence, context_of(item, levels), nomination);
  });
  Offer offer{.title = title_of(item, *clause.title, clause.translation), .quota = {}, .condition = {},
              .eligible_for = {}, .written = item.at(clause.title->span)};
  for (const auto& earlier : nomination.offers)
    if (is_titled(earlier.title, offer.title.text)) {
      report(build, item, Kind::offer_twice, clause.title->span, {offer.title.text})
          .label(earlier.written, {"first offered here", "đã đề nghị lần đầu ở đây"});
      break;
    }
  if (terms) {
    offer.quota = terms->quota;
    offer.condition = terms->condition;
    offer.without_requirements = terms->without_requirements;
    find_awards(build, item, clause, levels.back(), offer);
  }
  nomination.offers.push_back(std::move(offer));
}

void read_clause(Build& build, const Item& item, const Clause& clause,
                 const std::vector<EntityId>& levels, Nomination& nomination) {
  switch (clause.keyword) {
    case Keyword::within_each:
      nomination.within = read(build, item, clause.sentence, [&](Reader& reader) {
        return reader.value(clause.sentence, context_of(item, levels));
      });
      break;
    case Keyword::rank_by: read_keys(build, item, clause.sentence, levels, std::nullopt, nomination); break;
    case Keyword::tie_for_place: {
      constexpr int last_place = 1'000'000;
      const auto place = plain_whole(build, item, clause.sentence, last_place);
      if (place && clause.after_colon)
        read_keys(build, item, *clause.after_colon, levels, place, nomination);
      break;
    }
    case Keyword::offer: read_offer(build, item, clause, levels, nomination); break;
    case Keyword::one_offer_each: nomination.one_offer_each = true; break;
    case Keyword::list_all: nomination.list_all = true; break;
    case Keyword::for_all_together:
      nomination.all_groups_together = true;
      if (!group_named(build, clause.sentence)) report_no_entity(build, item, clause.sentence);
      break;
    case Keyword::vote:
      if (clause.after_colon)
        nomination.vote = Criterion{.kind = CriterionKind::vote, .label = {}, .path = {}, .title = {},
                                    .citation = nomination.citation, .wording = {},
                                    .condition = condition(build, item, *clause.after_colon, levels),
                                    .except_when = {}, .parts = {}, .written = item.at(clause.span)};
      break;
    default: break;
  }
}

// Of a nomination with the same candidates: the one named, or the only one that makes an offer of the same
// title.
void read_first_round(Build& build, const Item& item, const Clause& clause, std::uint32_t index) {
  auto& nominations = build.program.nominations;
  auto& nomination = nominations[index];
  const auto candidate = candidate_of(build, nomination);
  const auto& words = clause.sentence.words;
  const bool named = words.size() == 1 && words.front().kind == syntax::WordKind::quoted;
  const auto shares_an_offer = [&](const Nomination& other) {
    for (const auto& offer : nomination.offers)
      for (const auto& earlier : other.offers)
        if (is_titled(earlier.title, offer.title.text)) return true;
    return false;
  };
  std::vector<std::string> titles, fitting;
  std::optional<std::uint32_t> first;
  for (std::uint32_t i = 0; i < nominations.size(); ++i) {
    const auto& other = nominations[i];
    if (i == index || candidate_of(build, other) != candidate) continue;
    titles.push_back(other.title.in(item.language));
    if (named ? !is_titled(other.title, words.front().text) : words.empty() && !shares_an_offer(other)) continue;
    if (std::find(fitting.begin(), fitting.end(), titles.back()) == fitting.end()) fitting.push_back(titles.back());
    first = i;
  }
  if (named && !first) {
    suggest_nearest(report(build, item, Kind::no_such_nomination, words.front().span, {words.front().text}),
                    item.at(words.front().span), words.front().text, titles, true);
  } else if (fitting.size() != 1 || (!named && !words.empty())) {
    auto& diagnostic = report(build, item, Kind::first_round_unclear, clause.span, {nomination.title.text});
    const auto keyword = grammar::spellings(Keyword::in_two_rounds, item.language).front();
    for (const auto& title : fitting.empty() ? titles : fitting)
      diagnostic.replace(item.at(clause.span), keyword + ": \"" + title + '"', {"write '" + keyword + ": \"" + title + "\"'",
                                                                              "viết '" + keyword + ": \"" + title + "\"'"});
  } else {
    nomination.first_round = NominationId{*first};
  }
}

}  // namespace

void declare_nominations(Build& build) {
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::nomination) continue;
    build.program.nominations.push_back({.title = title_of(item),
                                         .scope = first_scope_of(build, item, scope_words(build, item)),
                                         .citation = citation_of(build, item),
                                         .members = {}, .among = {}, .within = {}, .keys = {}, .offers = {},
                                         .first_round = {}, .vote = {}, .pack = item.pack,
                                         .written = item.header()});
  }
}

void build_nominations(Build& build) {
  std::size_t next = 0;
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::nomination) continue;
    const auto index = next++;
    complete_scope(build, item, scope_words(build, item), build.program.nominations[index].scope);
    if (!is_for_somebody(build, item)) continue;
    auto nomination = build.program.nominations[index];
    if (read_members(build, item, nomination)) {
      const std::vector<EntityId> levels{nomination.scope.entity, candidate_of(build, nomination)};
      for (const auto& clause : item->clauses) read_clause(build, item, clause, levels, nomination);
    }
    build.program.nominations[index] = std::move(nomination);
  }
  std::uint32_t index = 0;
  for (const auto& item : build.items)
    if (item->keyword == Keyword::nomination) {
      if (const auto* clause = clause_of(item->clauses, Keyword::in_two_rounds)) read_first_round(build, item, *clause, index);
      ++index;
    }
}

}  // namespace tdkt::typed
