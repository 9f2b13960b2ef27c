// SPDX-License-Identifier: Apache-2.0
#include "columns/strings.hpp"

#include <limits>
#include <stdexcept>
#include <utility>

#include "columns/large_pages.hpp"

namespace tdkt::columns {

Strings::Strings(std::initializer_list<std::string_view> texts) {
  StringsBuilder builder;
  for (const std::string_view text : texts) builder.add(text);
  *this = builder.finish();
}

Strings::Strings(std::size_t count, Array<char> bytes, Array<std::uint32_t> ends)
    : count_(count), bytes_(std::move(bytes)), ends_(std::move(ends)) {}

namespace {

void expect_to_fit(std::size_t bytes) {
  if (bytes > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("more than 4 GiB of names");
}

}  // namespace

StringsToFill::StringsToFill(std::size_t texts, std::size_t bytes) {
  expect_to_fit(bytes);
  bytes_.resize(bytes), ends_.resize(texts);
  prefer_large_pages(bytes_.data(), bytes_.size());
  prefer_large_pages(ends_.data(), ends_.size() * sizeof(std::uint32_t));
}

Strings StringsToFill::finish() {
  const std::size_t count = ends_.size();
  if (bytes_.empty()) return Strings(count, {}, {});
  return Strings(count, Array<char>(std::exchange(bytes_, {})), Array<std::uint32_t>(std::exchange(ends_, {})));
}

void StringsBuilder::add(std::string_view text) {
  expect_to_fit(bytes_.size() + text.size());
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

Strings StringsBuilder::finish() {
  const std::size_t count = ends_.size();
  if (bytes_.empty()) return Strings(count, {}, {});
  bytes_.shrink_to_fit();
  return Strings(count, std::exchange(bytes_, {}), std::exchange(ends_, {}));
}

}  // namespace tdkt::columns
