// SPDX-License-Identifier: Apache-2.0
// Sentences and their trees: each is said in English and in Vietnamese, and means the same.
#include <gmock/gmock.h>

#include "reader_world.hpp"

namespace tdkt::typed_tests {
namespace {

struct Sentence {
  const char* levels;
  const char* english;
  const char* vietnamese;
  const char* tree;
};

void read_all(const std::vector<Sentence>& sentences, World::As as = World::As::condition) {
  for (const auto& [levels, english, vietnamese, tree] : sentences) {
    for (const auto language : {Language::english, Language::vietnamese}) {
      const std::string text = language == Language::english ? english : vietnamese;
      if (text.empty()) continue;
      const auto answer = world().read(text, levels, language, as);
      EXPECT_EQ(answer.tree, tree) << text << '\n'
                                   << (answer.diagnostics.empty() ? "" : diagnostics::as_text(answer.diagnostics, world().compiled_.sources, {}));
    }
  }
}

TEST(ReaderSentences, WorldCompiles) {
  EXPECT_FALSE(world().rules().diagnostics.has_errors()) << world().rules().said();
}

TEST(ReaderSentences, Comparisons) {
  read_all({
      {"unit", "task rating is excellent", "mức hoàn thành nhiệm vụ là xuất sắc", "(= ('task rating' @0) excellent)"},
      {"unit", "its task rating is good", "mức hoàn thành nhiệm vụ của mình là tốt", "(= ('task rating' @0) good)"},
      {"unit", "task rating of the unit is good", "mức hoàn thành nhiệm vụ của đơn vị là tốt", "(= ('task rating' @0) good)"},
      {"unit", "task rating is at least good", "mức hoàn thành nhiệm vụ từ tốt trở lên", "(>= ('task rating' @0) good)"},
      {"unit", "task rating is good or higher", "mức hoàn thành nhiệm vụ là tốt trở lên", "(>= ('task rating' @0) good)"},
      {"unit", "task rating is at least good", "mức hoàn thành nhiệm vụ không thấp hơn tốt", "(>= ('task rating' @0) good)"},
      {"unit", "task rating is at most good", "mức hoàn thành nhiệm vụ từ tốt trở xuống", "(<= ('task rating' @0) good)"},
      {"unit", "task rating is above good", "mức hoàn thành nhiệm vụ trên tốt", "(> ('task rating' @0) good)"},
      {"unit", "task rating is below good", "mức hoàn thành nhiệm vụ dưới tốt", "(< ('task rating' @0) good)"},
      {"unit", "task rating is not good", "mức hoàn thành nhiệm vụ không phải là tốt", "(<> ('task rating' @0) good)"},
      {"unit", "task rating is not at least good", "", "(not (>= ('task rating' @0) good))"},
      {"unit", "task rating is between completed and good", "mức hoàn thành nhiệm vụ từ hoàn thành nhiệm vụ đến tốt",
       "(between ('task rating' @0) completed good)"},
      {"unit", "task rating is one of completed, good or excellent", "mức hoàn thành nhiệm vụ thuộc hoàn thành nhiệm vụ, tốt hoặc xuất sắc",
       "(one-of ('task rating' @0) completed good excellent)"},
      {"unit", "task rating is one of good; excellent", "mức hoàn thành nhiệm vụ thuộc tốt; xuất sắc", "(one-of ('task rating' @0) good excellent)"},
      {"unit", "task rating is not one of good; excellent", "mức hoàn thành nhiệm vụ không thuộc tốt; xuất sắc",
       "(not (one-of ('task rating' @0) good excellent))"},
      {"unit", "task rating is known", "mức hoàn thành nhiệm vụ đã có số liệu", "(known ('task rating' @0))"},
      {"unit", "task rating is not known", "mức hoàn thành nhiệm vụ chưa có số liệu", "(not (known ('task rating' @0)))"},
      {"unit", "targets met = targets planned and targets exceeded > 0", "số chỉ tiêu hoàn thành = số chỉ tiêu được giao và số chỉ tiêu vượt mức > 0",
       "(and (= ('targets met' @0) ('targets planned' @0)) (> ('targets exceeded' @0) 0))"},
      {"unit", "targets met ≠ 5", "số chỉ tiêu hoàn thành <> 5", "(<> ('targets met' @0) 5)"},
      {"unit", "targets met ≤ 5", "số chỉ tiêu hoàn thành không quá 5", "(<= ('targets met' @0) 5)"},
      {"person", "months worked is at least 6 months", "số tháng công tác từ 6 tháng trở lên", "(>= ('months worked' @0) 6)"},
      {"bloc", "leader is not deputy leader", "khối trưởng không phải là khối phó", "(<> (leader @0) ('deputy leader' @0))"},
      {"bloc", "leader is one of members", "khối trưởng thuộc thành viên", "(member-of (leader @0) (members @1 from @0))"},
      {"bloc", "leader is \"STP\"", "khối trưởng là \"STP\"", "(= (leader @0) \"STP\")"},
  });
}

TEST(ReaderSentences, SmallWordsAndPredicates) {
  read_all({
      {"unit", "registered", "đã đăng ký thi đua", "(registered @0)"},
      {"unit", "is registered", "đăng ký thi đua", "(registered @0)"},
      {"unit", "is not registered", "chưa đăng ký thi đua", "(not (registered @0))"},
      {"unit", "not registered or united and compliant", "không đăng ký thi đua hoặc nội bộ đoàn kết, gương mẫu chấp hành",
       "(or (not (registered @0)) ('united and compliant' @0))"},
      {"activity", "has theme new countryside", "có chủ đề xây dựng nông thôn mới", "(= (theme @0) 'new countryside')"},
      {"person", "has a task rating of at least completed", "có mức hoàn thành nhiệm vụ từ hoàn thành nhiệm vụ trở lên", "(>= ('task rating' @0) completed)"},
      {"person", "discipline is at least warning", "bị kỷ luật từ cảnh cáo trở lên", "(>= (discipline @0) warning)"},
      {"unit", "belongs to assessment group with duty assessment", "thuộc nhóm có đánh giá công vụ", "(= ('assessment group' @0) 'with duty assessment')"},
      {"person", "is disciplined", "bị kỷ luật", "(define disciplined @0)"},
      {"person", "is not disciplined", "chưa bị kỷ luật", "(not (define disciplined @0))"},
      {"person", "achieve advanced laborer", "đạt lao động tiên tiến", "(>= (title @0) 'advanced laborer')"},
      {"person", "achieves LĐTT or higher", "đạt LĐTT trở lên", "(>= (title @0) 'advanced laborer')"},
      {"person", "achieve exactly advanced laborer", "đạt đúng lao động tiên tiến", "(= (title @0) 'advanced laborer')"},
      {"person", "is rated good", "được xếp loại tốt", "(= ('task rating' @0) good)"},
      {"person", "is rated good or higher", "được xếp loại tốt trở lên", "(>= ('task rating' @0) good)"},
      {"person", "is rated at least good", "được xếp loại từ tốt trở lên", "(>= ('task rating' @0) good)"},
      {"person", "if is disciplined then achieve advanced laborer otherwise task rating is good",
       "nếu bị kỷ luật thì đạt lao động tiên tiến nếu không thì mức hoàn thành nhiệm vụ là tốt",
       "(if (define disciplined @0) (>= (title @0) 'advanced laborer') (= ('task rating' @0) good))"},
  });
}

TEST(ReaderSentences, Quantifiers) {
  read_all({
      {"unit", "100% staff achieve advanced laborer", "100% cán bộ đạt lao động tiên tiến", "(share >= 100% (staff @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"unit", "all of the staff achieve advanced laborer", "toàn thể cán bộ đạt lao động tiên tiến", "(share >= 100% (staff @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"bloc", "every member is registered", "mọi thành viên đã đăng ký thi đua", "(share >= 100% (members @1 from @0) (registered @1))"},
      {"unit", "at least 70% of staff achieve advanced laborer or higher", "ít nhất 70% số cán bộ đạt lao động tiên tiến trở lên",
       "(share >= 70% (staff @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"unit", "more than 50% of staff achieve advanced laborer", "trên 50% cán bộ đạt lao động tiên tiến", "(share > 50% (staff @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"unit", "less than 10% of staff are disciplined", "dưới 10% cán bộ bị kỷ luật", "(share < 10% (staff @1 from @0) (define disciplined @1))"},
      {"unit", "exactly 2 of staff achieve advanced laborer", "đúng 2 cán bộ đạt lao động tiên tiến", "(count = 2 (staff @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"unit", "between 10% and 20% of staff achieve advanced laborer", "từ 10% đến 20% cán bộ đạt lao động tiên tiến",
       "(share between 10% 20% (staff @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"unit", "at least 1 of staff achieves advanced laborer", "có ít nhất 1 cán bộ đạt lao động tiên tiến", "(count >= 1 (staff @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"unit", "any of staff is disciplined", "có cán bộ bị kỷ luật", "(count >= 1 (staff @1 from @0) (define disciplined @1))"},
      {"unit", "no staff is disciplined", "không có cán bộ nào bị kỷ luật", "(count <= 0 (staff @1 from @0) (define disciplined @1))"},
      {"unit", "no more than 2 of staff are disciplined", "không quá 2 cán bộ bị kỷ luật", "(count <= 2 (staff @1 from @0) (define disciplined @1))"},
      {"unit", "at least (least share) of staff achieve advanced laborer", "ít nhất (tỷ lệ cần đạt) cán bộ đạt lao động tiên tiến",
       "(share >= 'least share' (staff @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"unit", "at least (least number) of staff achieve advanced laborer", "ít nhất (số người cần đạt) cán bộ đạt lao động tiên tiến",
       "(count >= 'least number' (staff @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"unit", "100% of civil servants achieve advanced laborer", "100% cán bộ công chức đạt lao động tiên tiến",
       "(share >= 100% (staff [(= (category @1) 'civil servant')] @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"unit", "100% of staff achieve advanced laborer or when there are none", "100% cán bộ đạt lao động tiên tiến hoặc khi không có ai",
       "(share >= 100% (staff @1 from @0) (>= (title @1) 'advanced laborer') or-none)"},
      {"bloc", "any of members have (at least 1 of staff achieves advanced laborer)", "có thành viên có (ít nhất 1 cán bộ đạt lao động tiên tiến)",
       "(count >= 1 (members @1 from @0) (count >= 1 (staff @2 from @1) (>= (title @2) 'advanced laborer')))"},
  });
}

TEST(ReaderSentences, Filters) {
  read_all({
      {"unit", "100% of staff with months worked of at least 6 achieve advanced laborer", "100% cán bộ có số tháng công tác từ 6 trở lên đạt lao động tiên tiến",
       "(share >= 100% (staff [(>= ('months worked' @1) 6)] @1 from @0) (>= (title @1) 'advanced laborer'))"},
      {"bloc", "100% of members whose assessment group is with duty assessment are registered", "100% thành viên thuộc nhóm có đánh giá công vụ đã đăng ký thi đua",
       "(share >= 100% (members [(= ('assessment group' @1) 'with duty assessment')] @1 from @0) (registered @1))"},
      {"unit", "at least 1 of staff who achieve advanced laborer", "", "(count >= 1 (staff [(>= (title @1) 'advanced laborer')] @1 from @0))"},
      {"unit", "at least 1 of activities", "có ít nhất 1 hoạt động", "(count >= 1 (activities @1 from @0))"},
      {"unit", "any of initiatives of staff has level of at least provincial", "có sáng kiến của cán bộ có cấp công nhận từ cấp tỉnh trở lên",
       "(count >= 1 (staff initiatives @1 from @0) (>= (level @1) provincial))"},
      {"unit", "any of members of its bloc is registered", "có thành viên của khối mình đã đăng ký thi đua", "(count >= 1 (members @1 from (bloc @0)) (registered @1))"},
      {"unit", "every indicator has result of at least target", "mọi chỉ tiêu có kết quả không thấp hơn mức giao",
       "(share >= 100% (keys indicator @1 from @0) (>= (result @0 key @1) (target @0 key @1)))"},
      {"unit", "target for \"budget revenue\" is at least 5", "mức giao của chỉ tiêu \"budget revenue\" từ 5 trở lên", "(>= (target @0 key \"budget revenue\") 5)"},
  });
}

// What stands after a member's condition.
TEST(ReaderSentences, Scope) {
  read_all({
      {"unit", "100% of staff have a task rating of at least completed and at least 70% of staff achieve advanced laborer", "",
       "(and (share >= 100% (staff @1 from @0) (>= ('task rating' @1) completed)) (share >= 70% (staff @1 from @0) (>= (title @1) 'advanced laborer')))"},
      {"unit", "at least 70% of staff achieve advanced laborer and no staff is disciplined", "ít nhất 70% cán bộ đạt lao động tiên tiến và không có cán bộ nào bị kỷ luật",
       "(and (share >= 70% (staff @1 from @0) (>= (title @1) 'advanced laborer')) (count <= 0 (staff @1 from @0) (define disciplined @1)))"},
      {"unit", "100% of staff take part in social work and achieve advanced laborer", "100% cán bộ tham gia công tác xã hội từ thiện và đạt lao động tiên tiến",
       "(share >= 100% (staff @1 from @0) (and ('takes part in social work' @1) (>= (title @1) 'advanced laborer')))"},
      {"unit", "100% of staff take part in social work and registered", "100% cán bộ tham gia công tác xã hội từ thiện và đã đăng ký thi đua",
       "(and (share >= 100% (staff @1 from @0) ('takes part in social work' @1)) (registered @0))"},
      {"bloc", "any member has task rating good and council size > 3", "có thành viên có mức hoàn thành nhiệm vụ là tốt và tổng số thành viên Hội đồng > 3",
       "(and (count >= 1 (members @1 from @0) (= ('task rating' @1) good)) (> ('council size' @0) 3))"},
      {"bloc", "100% of members have task rating of at least good and at least 1 of staff is disciplined", "",
       "(share >= 100% (members @1 from @0) (and (>= ('task rating' @1) good) (count >= 1 (staff @2 from @1) (define disciplined @2))))"},
      {"unit", "100% of staff take part in social work and received \"Flag\"", "100% cán bộ tham gia công tác xã hội từ thiện và được tặng \"Flag\"",
       "(and (share >= 100% (staff @1 from @0) ('takes part in social work' @1)) (received \"Flag\" >= 1 ever @0))"},
      {"unit", "100% of staff take part in social work and received \"X\"", "100% cán bộ tham gia công tác xã hội từ thiện và được tặng \"X\"",
       "(and (share >= 100% (staff @1 from @0) ('takes part in social work' @1)) (received \"X\" >= 1 ever @0))"},
      {"unit", "100% of staff have task rating of at least the task rating of the unit", "",
       "(share >= 100% (staff @1 from @0) (>= ('task rating' @1) ('task rating' @0)))"},
  });
}

// Sentences that a longest match refuses or misreads.
TEST(ReaderSentences, EveryReadingIsConsidered) {
  read_all({
      {"bloc", "", "100% thành viên có số chỉ tiêu hoàn thành không thấp hơn số chỉ tiêu được giao",
       "(share >= 100% (members @1 from @0) (>= ('targets met' @1) ('targets planned' @1)))"},
      {"unit", "task rating is \"not completed\"", "mức hoàn thành nhiệm vụ là \"không hoàn thành nhiệm vụ\"", "(= ('task rating' @0) 'not completed')"},
      {"unit", "task rating is not (completed)", "mức hoàn thành nhiệm vụ không phải là (hoàn thành nhiệm vụ)", "(<> ('task rating' @0) completed)"},
      {"unit", "", "100% cán bộ không bị kỷ luật", "(share >= 100% (staff @1 from @0) (not (define disciplined @1)))"},
      {"unit", "", "có cán bộ không bị kỷ luật", "(count >= 1 (staff @1 from @0) (not (define disciplined @1)))"},
      {"unit", "", "không có cán bộ nào không có danh hiệu", "(count <= 0 (staff @1 from @0) (= (title @1) 'no title'))"},
      {"unit", "", "có cán bộ bị kỷ luật từ cảnh cáo trở lên", "(count >= 1 (staff @1 from @0) (>= (discipline @1) warning))"},
  });
  read_all({{"unit", "total points over indicators", "tổng điểm theo từng chỉ tiêu", "(total (points @0 key @1) (keys indicator @1 from @0))"},
            {"unit", "total bonus points over indicators", "tổng điểm thưởng theo từng chỉ tiêu", "(total ('bonus points' @0 key @1) (keys indicator @1 from @0))"},
            {"unit", "total of \"Bloc scorecard\"", "tổng điểm \"Bảng điểm của khối\"", "(total-points \"Bloc scorecard\" @0)"}},
           World::As::number);
}

TEST(ReaderSentences, Numbers) {
  read_all({
      {"unit", "10 - 2 * late reports", "10 - 2 * số báo cáo chậm hạn", "(- 10 (* 2 ('late reports' @0)))"},
      {"unit", "40 × targets met ÷ targets planned", "40 × số chỉ tiêu hoàn thành ÷ số chỉ tiêu được giao", "(/ (* 40 ('targets met' @0)) ('targets planned' @0))"},
      {"unit", "50% of targets met", "50% của số chỉ tiêu hoàn thành", "(percent-of 50% ('targets met' @0))"},
      {"unit", "the smaller of (targets met) and (10)", "số nhỏ hơn trong (số chỉ tiêu hoàn thành) và (10)", "(smaller ('targets met' @0) 10)"},
      {"unit", "targets met * 2 capped at 10", "số chỉ tiêu hoàn thành * 2 nhưng không vượt quá 10", "(capped (* ('targets met' @0) 2) 10)"},
      {"unit", "targets met / 3 rounded up to 2 decimals", "số chỉ tiêu hoàn thành / 3 làm tròn lên đến 2 chữ số thập phân",
       "(rounded up 2 (/ ('targets met' @0) 3))"},
      {"unit", "if party organization clean and strong then 20 otherwise 10", "nếu tổ chức đảng trong sạch vững mạnh thì 20 nếu không thì 10",
       "(if ('party organization clean and strong' @0) 20 10)"},
      {"unit", "20 * share of staff who achieve advanced laborer", "20 * tỷ lệ cán bộ đạt lao động tiên tiến trở lên",
       "(* 20 (share (staff @1 from @0) (>= (title @1) 'advanced laborer')))"},
      {"unit", "2 * number of initiatives of staff whose level is at least provincial", "2 * số sáng kiến của cán bộ có cấp công nhận từ cấp tỉnh trở lên",
       "(* 2 (number (staff initiatives [(>= (level @1) provincial)] @1 from @0)))"},
      {"bloc", "total targets met of members", "tổng số chỉ tiêu hoàn thành của thành viên", "(total ('targets met' @1) (members @1 from @0))"},
      {"bloc", "total (targets met + targets exceeded) of members", "tổng (số chỉ tiêu hoàn thành + số chỉ tiêu vượt mức) của thành viên",
       "(total (+ ('targets met' @1) ('targets exceeded' @1)) (members @1 from @0))"},
      {"bloc", "highest targets met of members whose targets planned > 0", "số chỉ tiêu hoàn thành cao nhất của thành viên có số chỉ tiêu được giao > 0",
       "(highest ('targets met' @1) (members [(> ('targets planned' @1) 0)] @1 from @0))"},
      {"bloc", "average targets met of members that are known", "trung bình số chỉ tiêu hoàn thành của thành viên đã có số liệu",
       "(average ('targets met' @1) (members @1 from @0) known-only)"},
      {"bloc", "median targets met of members", "trung vị số chỉ tiêu hoàn thành của thành viên", "(median ('targets met' @1) (members @1 from @0))"},
      {"unit", "the judged year - founded", "năm xét - năm thành lập", "(- judged-year (founded @0))"},
      {"unit", "double + 1", "gấp đôi + 1", "(+ (define double @0) 1)"},
      {"unit", "surplus (planned, actual)", "phần vượt (kế hoạch; thực hiện)", "(define surplus @0 (planned @0) (actual @0))"},
      {"unit", "best (planned, actual, 40)", "điểm so với cao nhất (kế hoạch, thực hiện, 40)", "(define best @0 (planned @0) (actual @0) 40)"},
      {"unit", "points by task rating", "điểm theo mức hoàn thành nhiệm vụ", "(lookup 'points by task rating' ('task rating' @0))"},
      {"unit", "points by task rating of its head", "điểm theo mức hoàn thành nhiệm vụ của thủ trưởng", "(lookup 'points by task rating' ('task rating' (head @0)))"},
      {"unit", "points of part \"I\"", "điểm của phần \"I\"", "(points-of-part \"I. Political tasks\" \"Bloc scorecard\" @0)"},
      {"unit", "points of item \"targets\" of \"Bloc scorecard\"", "điểm của mục \"targets\" của \"Bảng điểm của khối\"",
       "(points-of-item \"targets\" \"Bloc scorecard\" @0)"},
      {"unit", "bonus - penalty", "điểm thưởng - điểm trừ", "(- (bonus \"Bloc scorecard\" @0) (penalty \"Bloc scorecard\" @0))"},
      {"bloc", "highest total of \"Bloc scorecard\" of members", "", "(highest (total-points \"Bloc scorecard\" @1) (members @1 from @0))"},
      {"unit", "rank of the unit by targets met among members of its bloc", "thứ hạng của đơn vị theo số chỉ tiêu hoàn thành trong thành viên của khối mình",
       "(rank @0 ('targets met' @1) (members @1 from (bloc @0)))"},
  }, World::As::number);
  read_all({
      {"unit", "penalty is at most 50% of bonus", "điểm trừ không quá 50% của điểm thưởng", "(<= (penalty \"Bloc scorecard\" @0) (percent-of 50% (bonus \"Bloc scorecard\" @0)))"},
      {"unit", "grade is at least Fair", "xếp loại từ Fair trở lên", "(>= (grade \"Bloc grade\" @0) Fair)"},
      {"unit", "grade in \"Bloc grade\" of the unit is \"Fair\"", "xếp loại theo \"Bloc grade\" của đơn vị là \"Fair\"", "(= (grade \"Bloc grade\" @0) Fair)"},
      {"unit", "every item of \"Bloc scorecard\" reaches 80% of its ceiling", "mọi mục của \"Bảng điểm của khối\" đạt 80% điểm tối đa", "(items-reach 0.8 \"Bloc scorecard\" @0)"},
      {"unit", "is in the top 2 of members of its bloc by targets met", "thuộc 2 vị trí đầu của thành viên của khối mình theo số chỉ tiêu hoàn thành",
       "(in-top 2 (rank @0 ('targets met' @1) (members @1 from (bloc @0))))"},
      {"unit", "is in the top 20% of members of its bloc by targets met, rounded down", "",
       "(in-top 20% down (rank @0 ('targets met' @1) (members @1 from (bloc @0))))"},
      {"bloc", "the member with the highest targets met is registered", "thành viên có số chỉ tiêu hoàn thành cao nhất đã đăng ký thi đua",
       "(registered (with-highest ('targets met' @1) (members @1 from @0)))"},
      {"unit", "2 initiatives of staff not used for another award", "2 sáng kiến của cán bộ chưa dùng để xét khen thưởng khác", "(spend 2 (staff initiatives @1 from @0))"},
      {"bloc unit", "votes are at least 90% of council size", "số phiếu đồng ý không thấp hơn 90% của tổng số thành viên Hội đồng",
       "(>= (votes @1) (percent-of 90% ('council size' @0)))"},
  });
}

TEST(ReaderSentences, Paths) {
  read_all({
      {"unit", "leader of its bloc is registered", "khối trưởng của khối mình đã đăng ký thi đua", "(registered (leader (bloc @0)))"},
      {"unit", "bloc leader is registered", "", "(registered (leader (bloc @0)))"},
      {"unit", "its bloc's leader is registered", "", "(registered (leader (bloc @0)))"},
      {"person", "task rating of its unit is good", "mức hoàn thành nhiệm vụ của đơn vị mình là tốt", "(= ('task rating' (unit @0)) good)"},
      {"unit", "head achieves advanced laborer", "thủ trưởng đạt lao động tiên tiến", "(>= (title (head @0)) 'advanced laborer')"},
      {"unit", "head's (place in the previous year) is 1", "", "(= (years-ago 1 (place (head @0))) 1)"},
      {"unit", "last year's targets met < targets met", "số chỉ tiêu hoàn thành của năm trước < số chỉ tiêu hoàn thành",
       "(< (years-ago 1 ('targets met' @0)) ('targets met' @0))"},
      {"unit", "any of members of its bloc has targets met of at least targets met of the unit", "",
       "(count >= 1 (members @1 from (bloc @0)) (>= ('targets met' @1) ('targets met' @0)))"},
  });
}

TEST(ReaderSentences, Times) {
  read_all({
      {"person", "achieve grassroots emulation fighter for 3 consecutive years", "đạt chiến sĩ thi đua cơ sở trong 3 năm liên tục",
       "(in-years last-3 (>= (title @0) 'grassroots emulation fighter'))"},
      {"person", "achieve grassroots emulation fighter for 2 consecutive years before", "đạt chiến sĩ thi đua cơ sở 02 năm liền trước đó",
       "(in-years last-2-before (>= (title @0) 'grassroots emulation fighter'))"},
      {"person", "is rated good in at least 3 of the last 5 years", "được xếp loại tốt ít nhất 3 trong 5 năm gần nhất", "(in-years>=3 last-5 (= ('task rating' @0) good))"},
      {"person", "is rated good in the previous year", "được xếp loại tốt năm trước", "(years-ago 1 (= ('task rating' @0) good))"},
      {"person", "is rated good 2 years ago", "được xếp loại tốt 2 năm trước", "(years-ago 2 (= ('task rating' @0) good))"},
      {"person", "is rated good in 2020", "được xếp loại tốt năm 2020", "(in-year 2020 (= ('task rating' @0) good))"},
      {"person", "is rated good from 2016 to 2020", "được xếp loại tốt từ năm 2016 đến năm 2020", "(in-years 2016..2020 (= ('task rating' @0) good))"},
      {"person", "is rated good from 2015", "được xếp loại tốt từ năm 2015", "(in-years 2015..… (= ('task rating' @0) good))"},
      {"person", "is rated good in every year since receiving \"Fighter\"", "được xếp loại tốt mọi năm kể từ khi được tặng \"Fighter\"",
       "(in-years since \"Fighter\" (= ('task rating' @0) good))"},
      {"person", "is rated good in the 5 years after receiving \"Fighter\"", "được xếp loại tốt 5 năm sau khi được tặng \"Fighter\"",
       "(in-years 5-after \"Fighter\" (= ('task rating' @0) good))"},
      {"person", "within the last 5 years: (is rated good in every year and received \"Fighter\" at least 3 times)",
       "trong 5 năm gần nhất: (được xếp loại tốt mọi năm và được tặng \"Fighter\" ít nhất 3 lần)",
       "(within last-5 (and (in-years window (= ('task rating' @0) good)) (received \"Fighter\" >= 3 window @0)))"},
      {"unit", "100% of staff achieve advanced laborer for 3 consecutive years", "100% cán bộ đạt lao động tiên tiến trong 3 năm liên tục",
       "(in-years last-3 (share >= 100% (staff @1 from @0) (>= (title @1) 'advanced laborer')))"},
      {"unit", "each of the staff has (achieve advanced laborer for 3 consecutive years)", "từng người trong cán bộ có (đạt lao động tiên tiến trong 3 năm liên tục)",
       "(share >= 100% (staff @1 from @0) (in-years last-3 (>= (title @1) 'advanced laborer')))"},
      {"person", "any of initiatives in the last 3 years has level of at least provincial", "có sáng kiến trong 3 năm gần nhất có cấp công nhận từ cấp tỉnh trở lên",
       "(count >= 1 (initiatives last-3 @1 from @0) (>= (level @1) provincial))"},
      {"unit", "at least 1 of activities during \"spring\"", "có ít nhất 1 hoạt động trong đợt \"spring\"", "(count >= 1 (activities during \"spring\" @1 from @0))"},
      {"person", "any of initiatives before 2017-08-31 has level of at least provincial", "có sáng kiến trước ngày 31/08/2017 có cấp công nhận từ cấp tỉnh trở lên",
       "(count >= 1 (initiatives before 2017-08-31 @1 from @0) (>= (level @1) provincial))"},
      {"person", "any of initiatives within 30 days of proposal date has level of at least provincial",
       "có sáng kiến trong thời hạn 30 ngày kể từ ngày đề nghị có cấp công nhận từ cấp tỉnh trở lên",
       "(count >= 1 (initiatives within-30-days ('proposal date' @0) @1 from @0) (>= (level @1) provincial))"},
  });
}

TEST(ReaderSentences, RecordsAndAwards) {
  read_all({
      {"person", "received \"X\"", "đã được tặng \"X\"", "(received \"X\" >= 1 ever @0)"},
      {"person", "has not received \"X\"", "chưa được tặng \"X\"", "(not (received \"X\" >= 1 ever @0))"},
      {"person", "received \"X\" at least 2 times", "được tặng \"X\" ít nhất 2 lần", "(received \"X\" >= 2 ever @0)"},
      {"person", "received \"Fighter\" 2 consecutive times", "được tặng \"Fighter\" 02 lần liên tục", "(received \"Fighter\" >= 2 consecutive ever @0)"},
      {"person", "received \"X\" in the last 5 years", "được tặng \"X\" trong 5 năm gần nhất", "(received \"X\" >= 1 last-5 @0)"},
      {"person", "received \"X\" in 2020", "được tặng \"X\" năm 2020", "(received \"X\" >= 1 2020..2020 @0)"},
      {"person", "received \"X\" for 2 consecutive years", "được tặng \"X\" trong 2 năm liên tục", "(in-years last-2 (received \"X\" >= 1 judged @0))"},
      {"person", "achieve \"X\"", "đạt \"X\"", "(received \"X\" >= 1 ever @0)"},
      {"unit", "achieve \"Advanced labor collective\"", "đạt \"tập thể lao động tiên tiến\"", "(>= (title @0) 'advanced labor collective')"},
      {"unit", "is eligible for \"Flag\"", "", "(eligible \"Flag\" @0)"},
      {"unit", "any of staff is eligible for \"Fighter\"", "", "(count >= 1 (staff @1 from @0) (eligible \"Fighter\" @1))"},
  });
}

TEST(ReaderSentences, Rotation) {
  read_all({
      {"bloc", "bloc leader rotates annually", "khối trưởng luân phiên hằng năm", "(rotates annually leader @0)"},
      {"bloc", "leader rotates annually with no repeat within 5 years", "khối trưởng luân phiên hằng năm không lặp lại trong 5 năm",
       "(rotates no-repeat-within 5 leader @0)"},
      {"bloc", "leader rotates annually until every member has led", "khối trưởng luân phiên hằng năm đến khi mọi thành viên đã làm khối trưởng",
       "(rotates until-all-have-led leader @0)"},
      {"bloc", "leader rotates annually until every member has led, from 2018", "khối trưởng luân phiên hằng năm đến khi mọi thành viên đã làm khối trưởng, từ năm 2018",
       "(rotates until-all-have-led from 2018 leader @0)"},
      {"bloc", "the deputy becomes leader", "khối phó kế nhiệm khối trưởng", "(rotates deputy-follows 'deputy leader' leader @0)"},
  });
}

}  // namespace
}  // namespace tdkt::typed_tests
