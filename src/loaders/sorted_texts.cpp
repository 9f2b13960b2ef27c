// SPDX-License-Identifier: Apache-2.0
// Texts are sorted by their first eight bytes as one number, then those that share them by the next eight.
// Many numbers are sorted without comparing: dealt into heaps by their lowest two bytes, taken up in
// order, dealt by the next two, and so on.
#include "loaders/sorted_texts.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "columns/large_pages.hpp"

namespace tdkt::loaders {
namespace {

constexpr std::size_t word_size = sizeof(std::uint64_t);
constexpr std::size_t worth_dealing = 1 << 14;

std::uint64_t word_of(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + at, std::min(text.size() - at, word_size));
  return __builtin_bswap64(word);
}

void deal(std::span<SortedText> texts) {
  constexpr std::size_t heaps = 1 << 16;
  auto other = columns::large_array<SortedText>(texts.size());
  std::span<SortedText> from = texts, to = other;
  for (int low = 0; low < 64; low += 16) {
    const auto heap = [low](const SortedText& text) { return static_cast<std::size_t>(text.word >> low & (heaps - 1)); };
    std::vector<std::uint32_t> ends(heaps + 1);
    for (const SortedText& text : from) ++ends[heap(text) + 1];
    if (ends[heap(from[0]) + 1] == from.size()) continue;
    for (std::size_t i = 0; i < heaps; ++i) ends[i + 1] += ends[i];
    for (const SortedText& text : from) to[ends[heap(text)]++] = text;
    std::swap(from, to);
  }
  if (from.data() != texts.data()) std::copy(from.begin(), from.end(), texts.begin());
}

// Sorts texts that agree in the bytes before `at`.
void sort_from(std::size_t at, std::span<SortedText> texts, const Dictionary& all) {
  const auto by_bytes = [&](const SortedText& a, const SortedText& b) { return all.text(a.code) < all.text(b.code); };
  constexpr std::size_t far = 64;
  if (texts.size() < worth_dealing || at >= far) return std::sort(texts.begin(), texts.end(), by_bytes);
  if (at != 0)
    for (SortedText& text : texts) text.word = word_of(all.text(text.code), at);
  const auto by_word = [](const SortedText& a, const SortedText& b) { return a.word < b.word; };
  if (!std::is_sorted(texts.begin(), texts.end(), by_word)) deal(texts);
  for (std::size_t first = 0, end = 0; first < texts.size(); first = end) {
    for (end = first + 1; end < texts.size() && texts[end].word == texts[first].word; ++end) {}
    if (end - first == 1) continue;
    const auto alike = texts.subspan(first, end - first);
    const auto longer = std::partition(alike.begin(), alike.end(),
                                       [&](const SortedText& text) { return text.size <= at + word_size; });
    std::sort(alike.begin(), longer, by_bytes);
    sort_from(at + word_size, {longer, alike.end()}, all);
  }
}

}  // namespace

std::vector<SortedText> in_byte_order(const Dictionary& texts, Code from) {
  std::vector<SortedText> sorted;
  columns::reserve_large(sorted, texts.size() - from);
  for (Code code = from; code < texts.size(); ++code) {
    const std::string_view text = texts.text(code);
    sorted.push_back({word_of(text, 0), code, static_cast<std::uint32_t>(text.size())});
  }
  sort_from(0, sorted, texts);
  return sorted;
}

}  // namespace tdkt::loaders
