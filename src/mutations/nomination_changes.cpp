// SPDX-License-Identifier: Apache-2.0
// Nominations: whom they are among, keys, offers and quotas.
#include "mutations/rule_changes.hpp"
#include "mutations/steps.hpp"
#include "mutations/wording.hpp"

namespace tdkt::mutations {

using typed::Nomination;
using typed::Offer;
using typed::Quota;

namespace {

Phrase words_of(values::Rounding rounding) {
  switch (rounding) {
    case values::Rounding::down: return {"rounded down", "làm tròn xuống"};
    case values::Rounding::up: return {"rounded up", "làm tròn lên"};
    case values::Rounding::half_away: break;
  }
  return {"rounded", "làm tròn"};
}

class Changes {
 public:
  Changes(const typed::Program& program, std::uint32_t index, std::vector<RuleChange>& changes)
      : program_(program), index_(index), nomination_(program.nominations[index]), changes_(changes) {}

  void all() {
    for (std::size_t i = 0; i < nomination_.among.size(); ++i)
      add(dropped({"this condition", "điều kiện này"}), sentence(*nomination_.among[i]), nomination_.among[i]->written,
          [=](Nomination& n) { n.among.erase(n.among.begin() + static_cast<std::ptrdiff_t>(i)); });
    if (nomination_.within)
      add(dropped({"“within each”", "“trong từng”"}), sentence(*nomination_.within), nomination_.within->written,
          [](Nomination& n) { n.within = nullptr; });
    for (std::size_t i = 0; i < nomination_.keys.size(); ++i) of_key(i);
    for (std::size_t i = 0; i < nomination_.offers.size(); ++i) of_offer(i);
    if (nomination_.offers.size() > 1 && nomination_.one_offer_each)
      add(dropped({"“each member gets at most one offer”", "“mỗi thành viên chỉ được đề nghị một hình thức”"}),
          title_of(nomination_.title), nomination_.written, [](Nomination& n) { n.one_offer_each = false; });
    if (nomination_.first_round)
      add(dropped({"“in two rounds”", "“hai vòng”"}), title_of(nomination_.title), nomination_.written,
          [](Nomination& n) { n.first_round.reset(); });
    if (nomination_.vote)
      add(dropped({"this vote", "biểu quyết này"}), sentence_of(program_, *nomination_.vote), nomination_.vote->written,
          [](Nomination& n) { n.vote.reset(); });
  }

 private:
  Phrase sentence(const typed::Expression& expression) const { return sentence_of(program_, expression, 1); }

  void add(Phrase change, Phrase sentence, source::Where at, std::function<void(Nomination&)> apply) {
    changes_.push_back({{Kind::nomination, index_}, std::move(change), std::move(sentence), at,
                        [index = index_, apply](typed::Program& program) { apply(program.nominations[index]); }});
  }

  void of_key(std::size_t i) {
    const auto& key = nomination_.keys[i];
    const Phrase down("from high to low", "từ cao xuống thấp"), up("from low to high", "từ thấp lên cao");
    add(became(key.high_to_low ? down : up, key.high_to_low ? up : down), sentence(*key.value), key.value->written,
        [=](Nomination& n) { n.keys[i].high_to_low = !n.keys[i].high_to_low; });
    // Without the first key the next one ranks; the only one is what the ranking is about.
    if (nomination_.keys.size() > 1)
      add(dropped({"this key", "tiêu chí xếp hạng này"}), sentence(*key.value), key.value->written,
          [=](Nomination& n) { n.keys.erase(n.keys.begin() + static_cast<std::ptrdiff_t>(i)); });
  }

  void of_offer(std::size_t i) {
    const auto& offer = nomination_.offers[i];
    const auto title = title_of(offer.title);
    const Phrase what("offer “" + title.english + "”", "đề nghị tặng “" + title.vietnamese + "”");
    const auto change = [&](Phrase words, std::function<void(Offer&)> apply) {
      add(std::move(words), what, offer.written, [=](Nomination& n) { apply(n.offers[i]); });
    };
    const auto& quota = offer.quota;
    if (quota.share && quota.base != Quota::Base::none)
      for (const auto rounding : beside(quota.rounding))
        change(became(words_of(quota.rounding), words_of(rounding)), [=](Offer& o) { o.quota.rounding = rounding; });
    const bool may_have_fewer = i > 0 && nomination_.one_offer_each;
    const Phrase members("of members", "số thành viên"), remaining("of the members that remain", "số thành viên còn lại");
    if (quota.base == Quota::Base::members && may_have_fewer)
      change(became(members, remaining), [](Offer& o) { o.quota.base = Quota::Base::remaining; });
    if (quota.base == Quota::Base::remaining && i > 0)
      change(became(remaining, members), [](Offer& o) { o.quota.base = Quota::Base::members; });
    if (quota.at_least)
      change(dropped({"“but at least”", "“nhưng ít nhất”"}), [](Offer& o) { o.quota.at_least = nullptr; });
    if (offer.condition)
      change(dropped({"the offer's condition", "điều kiện của hình thức này"}), [](Offer& o) { o.condition = nullptr; });
    if (!offer.eligible_for.empty())
      change(dropped({"the award's requirements", "yêu cầu của danh hiệu này"}),
             [](Offer& o) { o.eligible_for.clear(), o.without_requirements = true; });
  }

  const typed::Program& program_;
  std::uint32_t index_;
  const Nomination& nomination_;
  std::vector<RuleChange>& changes_;
};

}  // namespace

void add_nomination_changes(const typed::Program& program, std::vector<RuleChange>& changes) {
  for (std::uint32_t i = 0; i < program.nominations.size(); ++i) Changes(program, i, changes).all();
}

}  // namespace tdkt::mutations
