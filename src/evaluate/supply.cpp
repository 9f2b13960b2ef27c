// SPDX-License-Identifier: Apache-2.0
// Whether documents suffice: each can support one award. Augmenting paths match single demands with
// documents (J. Edmonds, Paths, trees, and flowers, 1965, of the bipartite case).
#include <algorithm>
#include <map>

#include "evaluate/kernels.hpp"
#include "evaluate/numbers.hpp"

namespace tdkt::evaluate {

namespace {

// A document by what it is and its row.
using Document = std::pair<std::uint32_t, Row>;

struct Demand {
  std::int64_t least = 0, most = 0;       // how many are wanted
  std::vector<Document> sure, possible;   // what can serve; possible ones include the sure
  bool open = false;                      // further documents may exist
};

class Matching {
 public:
  // Whether every demand can be met, each document being used once: surely by sure documents, or else
  // possibly by those that may serve.
  bool met(const std::vector<const Demand*>& demands, bool surely) {
    owner_.clear();
    seats_.clear();
    for (const auto* demand : demands) {
      if (!surely && demand->open) continue;  // documents that are not on record may serve it
      const auto& documents = surely ? demand->sure : demand->possible;
      const auto wanted = surely ? demand->most : demand->least;
      if (wanted > static_cast<std::int64_t>(documents.size())) return false;
      seats_.insert(seats_.end(), static_cast<std::size_t>(wanted), &documents);
    }
    for (std::size_t seat = 0; seat < seats_.size(); ++seat) {
      tried_.clear();
      if (!seated(seat)) return false;
    }
    return true;
  }

 private:
  bool seated(std::size_t seat) {
    for (const auto& document : *seats_[seat]) {
      if (std::find(tried_.begin(), tried_.end(), document) != tried_.end()) continue;
      tried_.push_back(document);
      const auto owner = owner_.find(document);
      if (owner == owner_.end() || seated(owner->second)) {
        owner_[document] = seat;
        return true;
      }
    }
    return false;
  }

  std::vector<const std::vector<Document>*> seats_;
  std::map<Document, std::size_t> owner_;
  std::vector<Document> tried_;
};

std::int64_t whole_up(const Decimal& number) {
  const auto scaled = number.scaled();
  const auto whole = scaled / Decimal::one + (scaled > 0 && scaled % Decimal::one != 0 ? 1 : 0);
  return static_cast<std::int64_t>(std::clamp<int128>(whole, 0, 1'000'000));
}

class Claims {
 public:
  Claims(const graph::Supply& supply, const Work& work) : supply_(supply), work_(work) {}

  Truth at(std::size_t row) {
    std::size_t input = 0, kind = 0;
    kept_.clear(), not_excluded_.clear();
    all_.clear();
    all_.resize(supply_.belongs.size());
    std::size_t bundle = 0;
    for (std::size_t award = 0; award < supply_.bundles.size(); ++award) {
      const bool own = award + 1 == supply_.bundles.size();
      bool settled = false, surely = true;  // whether it is known by which bundle the award holds
      for (std::uint8_t i = 0; i < supply_.bundles[award]; ++i, ++bundle) {
        const auto holds = own ? Truth::yes : work_.truths(input++).row(row);
        const auto wanted = demands(bundle, kind, input, row);
        if (settled || holds == Truth::no) continue;
        const auto truth = wanted.empty() ? Truth::yes : supplied(wanted);
        if (own) return truth;
        if (truth == Truth::no) continue;
        not_excluded_.insert(not_excluded_.end(), wanted.begin(), wanted.end());
        settled = truth == Truth::yes && holds == Truth::yes;
        if (settled && surely) kept_.insert(kept_.end(), wanted.begin(), wanted.end());
        surely = settled;
      }
    }
    return Truth::unknown;
  }

 private:
  std::vector<const Demand*> demands(std::size_t bundle, std::size_t& kind, std::size_t& input, std::size_t row) {
    std::vector<const Demand*> wanted;
    for (std::uint8_t i = 0; i < supply_.kinds[bundle]; ++i, ++kind) {
      read(all_[kind], kind, input, row);
      wanted.push_back(&all_[kind]);
    }
    return wanted;
  }

  Truth supplied(const std::vector<const Demand*>& wanted) {
    auto together = not_excluded_;
    together.insert(together.end(), wanted.begin(), wanted.end());
    if (matching_.met(together, true)) return Truth::yes;
    together = kept_;
    together.insert(together.end(), wanted.begin(), wanted.end());
    return matching_.met(together, false) ? Truth::unknown : Truth::no;
  }

  void read(Demand& demand, std::size_t kind, std::size_t& input, std::size_t row) const {
    const auto& edges = work_.input<EdgeColumn>(input++);
    std::optional<TruthView> belongs;
    if (supply_.belongs[kind]) belongs = work_.truths(input++);
    const auto count = number_at(work_.input<NumberColumn>(input++), row);
    const auto number = interval_of(count);
    demand.least = number.low ? whole_up(*number.low) : 0;
    demand.most = number.high ? whole_up(*number.high) : 1'000'000;
    demand.open = edges.is_open(row);
    for (auto edge = edges.offsets[row]; edge < edges.offsets[row + 1]; ++edge) {
      const auto truth = belongs ? belongs->row(edge) : Truth::yes;
      if (truth == Truth::no) continue;
      const Document document{supply_.entities[kind], edges.targets[edge]};
      demand.possible.push_back(document);
      if (truth == Truth::yes) demand.sure.push_back(document);
    }
  }

  const graph::Supply& supply_;
  const Work& work_;
  Matching matching_;
  std::vector<Demand> all_;
  std::vector<const Demand*> kept_, not_excluded_;
};

}  // namespace

Column worked_out(const graph::Supply& supply, const Work& work) {
  Claims claims(supply, work);
  Truths result(work.rows);
  for (std::size_t row = 0; row < work.rows; ++row) {
    const auto truth = claims.at(row);
    if (truth == Truth::yes) result.yes.set(row);
    if (truth == Truth::no) result.no.set(row);
  }
  return result;
}

}  // namespace tdkt::evaluate
