// SPDX-License-Identifier: Apache-2.0
// Every declared phrase, found among a sentence's words at once: a tree of words in which each path
// from the root spells a phrase. A phrase may be the beginning of a longer one; all are found.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "syntax/tree.hpp"
#include "typed/program.hpp"

namespace tdkt::typed::reading {

enum class Sort : std::uint8_t {
  entity, fact, relation, inverse, verb, parameter, definition, table, unit_of_measure, cadence, value
};

struct Named {
  Sort sort;
  std::uint32_t index;            // of a value: its scale
  std::uint8_t code = 0;          // of a value
  bool without_copula = false;    // `đăng ký` of `đã đăng ký`
  bool singular = false;          // `member` of `members`
  bool english = false;
  std::string text;               // the form as its author wrote it
};

struct Match {
  std::uint32_t end;              // one past the phrase's last word
  const Named* named;
};

class Phrases {
 public:
  // Takes up what `program` declares beyond what was taken up before.
  void take_up(const Program& program);

  // All phrases at each word, the longest first.
  std::vector<std::vector<Match>> in(const syntax::Sentence& sentence) const;

  // Every phrase once, in the order of declaration: for suggestions.
  const std::vector<const Named*>& all() const { return all_; }

 private:
  using Node = std::uint32_t;

  void add(const columns::Name& name, Sort sort, std::uint32_t index, std::uint8_t code = 0);
  void add_words(const std::vector<std::string>& words, Named named);
  Node child(Node node, const std::string& word) const;  // 0: none

  struct Counts {
    std::size_t entities = 0, facts = 0, relations = 0, verbs = 0, parameters = 0, definitions = 0,
                tables = 0, units = 0, cadences = 0, scales = 0;
  } taken_;
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<std::uint64_t, Node> children_;
  std::vector<std::vector<const Named*>> ends_{1};  // by node; node 0 is the root
  std::vector<std::unique_ptr<Named>> named_;
  std::vector<const Named*> all_;
};

}  // namespace tdkt::typed::reading
