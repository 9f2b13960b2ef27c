// SPDX-License-Identifier: Apache-2.0
// Which definitions and tables mention which, by their words alone.
#include <algorithm>
#include <functional>
#include <unordered_map>

#include "typed/pending_definitions.hpp"

namespace tdkt::typed {

void find_mentions(std::vector<PendingDefinition>& all) {
  struct Form {
    std::vector<std::string> words;
    std::size_t of;
  };
  std::unordered_map<std::string, std::vector<Form>> by_first_word;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const auto& forms : all[i].name.forms)
      for (const auto& form : forms)
        if (auto words = phrase_of(form); !words.empty())
          by_first_word[words.front()].push_back({words, i});

  for (auto& pending : all) {
    const auto& words = pending.body.words;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto found = by_first_word.find(words[at].kind == syntax::WordKind::word ? words[at].key
                                                                                     : words[at].text);
      if (found == by_first_word.end()) continue;
      for (const auto& form : found->second)
        if (syntax::stands_at(form.words, pending.body, at)) pending.mentions.push_back(form.of);
    }
    std::sort(pending.mentions.begin(), pending.mentions.end());
    pending.mentions.erase(std::unique(pending.mentions.begin(), pending.mentions.end()),
                           pending.mentions.end());
  }
}

std::vector<std::size_t> in_order_of_mention(const std::vector<PendingDefinition>& all) {
  std::vector<std::size_t> order;
  std::vector<bool> seen(all.size());
  struct Visit {
    std::size_t what, next;
  };
  for (std::size_t root = 0; root < all.size(); ++root) {
    if (seen[root]) continue;
    seen[root] = true;
    std::vector<Visit> path{{root, 0}};
    while (!path.empty()) {
      auto& [what, next] = path.back();
      if (next == all[what].mentions.size()) {
        order.push_back(what);
        path.pop_back();
        continue;
      }
      const auto mentioned = all[what].mentions[next++];
      if (seen[mentioned]) continue;
      seen[mentioned] = true;
      path.push_back({mentioned, 0});
    }
  }
  return order;
}

std::vector<std::size_t> circle_from(const std::vector<PendingDefinition>& all, std::size_t first) {
  std::vector<std::size_t> path;
  std::vector<bool> seen(all.size());
  const std::function<bool(std::size_t)> reaches_first = [&](std::size_t at) {
    path.push_back(at);
    for (const auto next : all[at].mentions) {
      if (next == first) return true;
      if (all[next].done || seen[next]) continue;
      seen[next] = true;
      if (reaches_first(next)) return true;
    }
    path.pop_back();
    return false;
  };
  reaches_first(first);
  return path;
}

}  // namespace tdkt::typed
