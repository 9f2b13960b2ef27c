// SPDX-License-Identifier: Apache-2.0
#include "typed/reader/in_sight.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace tdkt::typed::reading {

namespace {

// What packs can each declare for themselves.
struct OfPack {
  PackId pack;
  std::optional<EntityId> of;  // things of different entities do not compete
  bool open = false;
};

std::optional<OfPack> of_pack(const Program& program, const Named& named) {
  switch (named.sort) {
    case Sort::parameter: return OfPack{program.parameters[named.index].pack, std::nullopt};
    case Sort::table: return OfPack{program.tables[named.index].pack, std::nullopt};
    case Sort::definition: {
      const auto& definition = program.definitions[named.index];
      return OfPack{definition.pack, definition.anywhere ? std::nullopt : std::optional(definition.of), definition.open};
    }
    default: return std::nullopt;
  }
}

// The lesser, the nearer to the sentence's pack.
auto distance(const Program& program, const OfPack& thing, PackId own) {
  const auto& time = program[thing.pack].in_force;
  const auto& judged = program[own].in_force;
  const bool together = time.from <= judged.until && judged.from <= time.until;
  return std::tuple(thing.open, thing.pack != own, !together, -time.from.days);
}

}  // namespace

void keep_in_sight(std::vector<std::vector<Match>>& names, const Program& program, PackId pack) {
  if (program.packs.size() < 2) return;
  for (auto& matches : names) {
    const auto all = matches;
    std::erase_if(matches, [&](const Match& match) {
      const auto thing = of_pack(program, *match.named);
      if (!thing) return false;
      return std::any_of(all.begin(), all.end(), [&](const Match& other) {
        if (other.end != match.end || other.named->sort != match.named->sort) return false;
        const auto rival = of_pack(program, *other.named);
        return rival->of == thing->of && distance(program, *rival, pack) < distance(program, *thing, pack);
      });
    });
  }
}

}  // namespace tdkt::typed::reading
