// SPDX-License-Identifier: Apache-2.0
// Texts are sorted by their first eight bytes as one number, then those that share them by the next eight.
// Many numbers are sorted without comparing: dealt into heaps by their lowest two bytes, taken up in
// order, dealt by the next two, and so on.
#include "loaders/sorted_texts.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "columns/large_pages.hpp"
#include "loaders/tasks.hpp"

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

// Deals texts into parts, all of one before all of the next, that can be sorted by themselves. Says where
// each begins, and where the last ends.
std::vector<std::size_t> split(columns::Vector<SortedText>& texts, unsigned threads) {
  const std::size_t parts = 4 * threads, sampled = 256 * parts;
  std::vector<std::uint64_t> sample;
  for (std::size_t i = 0; i < sampled; ++i) sample.push_back(texts[i * texts.size() / sampled].word);
  std::sort(sample.begin(), sample.end());
  std::vector<std::uint64_t> last;  // words of the parts but the last one
  for (std::size_t i = 1; i < parts; ++i) last.push_back(sample[i * sampled / parts]);
  const auto part = [&](const SortedText& text) {
    return static_cast<std::size_t>(std::lower_bound(last.begin(), last.end(), text.word) - last.begin());
  };
  const std::size_t stretches = 4 * threads, stretch = (texts.size() + stretches - 1) / stretches;
  const auto each = [&](std::size_t s, auto visit) {
    for (auto i = s * stretch; i < std::min(texts.size(), (s + 1) * stretch); ++i) visit(texts[i]);
  };
  std::vector<std::vector<std::size_t>> places(stretches, std::vector<std::size_t>(parts));  // by stretch and part
  in_parallel(stretches, threads, [&](std::size_t s) { each(s, [&](const SortedText& text) { ++places[s][part(text)]; }); });
  std::vector<std::size_t> begins{0};
  for (std::size_t p = 0; p < parts; ++p) {
    auto at = begins.back();
    for (auto& of_stretch : places) at += std::exchange(of_stretch[p], at);
    begins.push_back(at);
  }
  columns::Vector<SortedText> dealt(texts.size());
  columns::prefer_large_pages(dealt.data(), dealt.size() * sizeof(SortedText));
  in_parallel(stretches, threads, [&](std::size_t s) { each(s, [&](const SortedText& text) { dealt[places[s][part(text)]++] = text; }); });
  texts.swap(dealt);
  return begins;
}

}  // namespace

columns::Vector<SortedText> in_byte_order(const Dictionary& texts, Code from, unsigned threads) {
  columns::Vector<SortedText> sorted(texts.size() - from);
  columns::prefer_large_pages(sorted.data(), sorted.size() * sizeof(SortedText));
  constexpr std::size_t stretch = worth_dealing;
  in_parallel((sorted.size() + stretch - 1) / stretch, threads, [&](std::size_t s) {
    for (auto i = s * stretch; i < std::min(sorted.size(), (s + 1) * stretch); ++i) {
      const auto code = static_cast<Code>(from + i);
      const std::string_view text = texts.text(code);
      sorted[i] = {word_of(text, 0), code, static_cast<std::uint32_t>(text.size())};
    }
  });
  if (threads <= 1 || sorted.size() < worth_dealing) {
    sort_from(0, sorted, texts);
    return sorted;
  }
  const auto begins = split(sorted, threads);
  in_parallel(begins.size() - 1, threads, [&](std::size_t p) {
    sort_from(0, std::span(sorted).subspan(begins[p], begins[p + 1] - begins[p]), texts);
  });
  return sorted;
}

}  // namespace tdkt::loaders
