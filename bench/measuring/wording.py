# SPDX-License-Identifier: Apache-2.0
"""What the table says, in both languages."""

ROWS = {
    "csv": ("CSV files to verdicts", "từ tệp CSV đến kết luận"),
    "evaluation": ("evaluation alone, records loaded", "riêng phần xét, số liệu đã nạp"),
    "memory": ("peak memory, CSV files to verdicts", "bộ nhớ cao nhất, từ tệp CSV đến kết luận"),
    "snapshot": ("snapshot (or database file), warm, to verdicts",
                 "từ ảnh số liệu (hoặc tệp cơ sở dữ liệu) đã có trong bộ nhớ đệm đến kết luận"),
    "snapshot_memory": ("peak memory, snapshot to verdicts", "bộ nhớ cao nhất, từ ảnh số liệu đến kết luận"),
    "written": ("CSV files to verdicts, with all of them written to files",
                "từ tệp CSV đến kết luận, ghi tất cả ra tệp"),
    "written_bytes": ("size of these files", "dung lượng các tệp đó"),
    "administration": ("200 awards with 2 000 criteria, one year: CSV files to verdicts",
                       "200 danh hiệu với 2 000 tiêu chí, một năm: từ tệp CSV đến kết luận"),
    "administration_evaluation": ("200 awards with 2 000 criteria, one year: evaluation alone",
                                  "200 danh hiệu với 2 000 tiêu chí, một năm: riêng phần xét"),
    "cold": ("one bloc of ten units, the whole process", "một khối mười đơn vị, cả tiến trình"),
    "cold_administration": ("one bloc of ten units by 200 awards, the whole process",
                            "một khối mười đơn vị theo 200 danh hiệu, cả tiến trình"),
    "renewal": ("one value of one person changed, everything judged before: the median change",
                "sửa một ô số liệu của một người khi tất cả đã xét xong: trung vị"),
    "renewal_p99": ("one value of one person changed: 99 changes in 100 take less",
                    "sửa một ô số liệu của một người: 99 trong 100 lần nhanh hơn"),
    "renewal_worst": ("one value of one person changed: the slowest of 1 000",
                      "sửa một ô số liệu của một người: chậm nhất trong 1 000 lần"),
    "renewal_memory": ("columns kept for it, beside the records", "các cột giữ lại để làm việc đó, ngoài số liệu"),
    "growth": ("{people} people: CSV files to verdicts", "{people} người: từ tệp CSV đến kết luận"),
    "growth_evaluation": ("{people} people: evaluation alone", "{people} người: riêng phần xét"),
    "growth_memory": ("{people} people: peak memory", "{people} người: bộ nhớ cao nhất"),
    "threads": ("two threads against one, answers byte for byte the same: CSV files to verdicts",
                "hai luồng so với một, trả lời giống nhau từng byte: từ tệp CSV đến kết luận"),
    "threads_evaluation": ("two threads against one, answers byte for byte the same: evaluation alone",
                           "hai luồng so với một, trả lời giống nhau từng byte: riêng phần xét"),
}

UNITS = {
    "us_a_person": ("µs a person", "µs một người"),
    "bytes_a_person": ("bytes a person", "byte một người"),
    "times": ("times as fast", "lần nhanh hơn"),
}

SENTENCES = {
    "machine": ("Scale {scale:g}; commit {commit}; {processor}, {cores} cores, {memory_gib} GiB, {system}; {compiler}, "
                "`{flags}`. Others had {others:.2f} processors meanwhile.",
                "Quy mô {scale:g}; commit {commit}; {processor}, {cores} lõi, {memory_gib} GiB, {system}; {compiler}, "
                "`{flags}`. Trong lúc đo, việc khác trên máy chiếm {others:.2f} bộ xử lý."),
    "how": ("Medians of {runs} runs, side by side in turn, least and greatest in brackets; `×` says how many times as "
            "much tdkt needs, the median of the pairs. Everybody's verdicts were compared before.",
            "Trung vị của {runs} lần chạy lần lượt cạnh nhau, trong ngoặc là thấp nhất và cao nhất; `×` cho biết tdkt "
            "cần gấp bao nhiêu lần, trung vị của các cặp. Kết luận của tất cả đã được đối chiếu trước."),
    "missing": ("{name} is missing: {reason}.", "Thiếu {name}: {reason}."),
    "left_out": ("Not measured: {name}: {reason}.", "Không đo: {name}: {reason}."),
}

REASONS = {
    "other_processor": ("it is written for another kind of processor", "chương trình viết cho loại bộ xử lý khác"),
    "not_installed": ("it is not installed", "chưa cài đặt"),
    "no_node": ("node is not installed", "chưa cài đặt node"),
    "no_module": ("npm's @duckdb/node-api is not in the folder that --duckdb names",
                  "không có gói npm @duckdb/node-api trong thư mục nêu ở --duckdb"),
    "no_command": ("this tdkt has no command for it", "bản tdkt này không có lệnh đó"),
}


def of(table, key, language, **values):
    return table[key][("en", "vi").index(language)].format(**values)
