// SPDX-License-Identifier: Apache-2.0
// The part of the DOT language that pictures are written in: https://graphviz.org/doc/info/lang.html.
// Throws std::runtime_error where a picture is anything else.
#pragma once

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

namespace tdkt::graph::dot {

struct Drawing {
  std::map<std::string, std::map<std::string, std::string>> vertices;  // their attributes
  std::set<std::pair<std::string, std::string>> edges;
};

class Parser {
 public:
  explicit Parser(const std::string& text) : text_(text) {}

  Drawing drawing() {
    Drawing drawing;
    expect("digraph");
    if (!take("{")) word(), expect("{");
    while (!take("}")) {
      const auto first = word();
      if (take("->")) {
        const auto second = word();
        if (!drawing.edges.emplace(first, second).second) wrong("an edge twice");
        skip_attributes();
      } else if (take("=")) {
        word();
      } else {
        auto own = attributes();
        if (first != "node" && first != "edge" && !drawing.vertices.emplace(first, std::move(own)).second) wrong("a vertex twice");
      }
      expect(";");
    }
    if (blank(), at_ != text_.size()) wrong("text behind the graph");
    for (const auto& [from, to] : drawing.edges)
      if (!drawing.vertices.count(from) || !drawing.vertices.count(to)) wrong("an edge to nowhere");
    return drawing;
  }

 private:
  [[noreturn]] void wrong(const std::string& what) const {
    throw std::runtime_error(what + " at " + std::to_string(at_) + ": " + text_.substr(at_, 40));
  }
  void blank() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  bool take(const std::string& sign) {
    blank();
    if (text_.compare(at_, sign.size(), sign) != 0) return false;
    at_ += sign.size();
    return true;
  }
  void expect(const std::string& sign) {
    if (!take(sign)) wrong("no '" + sign + "'");
  }

  // A name, a numeral or a quoted string, whose only escape is that of a quote.
  std::string word() {
    blank();
    std::string word;
    if (take("\"")) {
      for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
        if (text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') ++at_;
        word += text_[at_];
      }
      if (at_++ >= text_.size()) wrong("an open quote");
      return word;
    }
    const auto is_of_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    while (at_ < text_.size() && is_of_word(text_[at_])) word += text_[at_++];
    const bool numeral = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
    if (numeral && take(".")) {
      word += '.';
      while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') word += text_[at_++];
    }
    if (word.empty()) wrong("no word");
    return word;
  }

  std::map<std::string, std::string> attributes() {
    std::map<std::string, std::string> found;
    expect("[");
    while (!take("]")) {
      const auto name = word();
      expect("=");
      found[name] = word();
      take(",");
    }
    return found;
  }
  void skip_attributes() {
    if (blank(); at_ < text_.size() && text_[at_] == '[') attributes();
  }

  const std::string& text_;
  std::size_t at_ = 0;
};

inline Drawing parsed(const std::string& text) { return Parser(text).drawing(); }

}  // namespace tdkt::graph::dot
