// SPDX-License-Identifier: Apache-2.0
#include "typed/declare.hpp"

namespace tdkt::typed {

void declare_entities(Build& build) {
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::entity) continue;
    columns::Entity entity;
    if (!read_name(build, item, item->header, item->translation, entity.name)) continue;
    const auto index = static_cast<std::uint32_t>(build.schema.entities.size());
    enter(build, item, entity.name, {.sort = Sort::entity, .index = index, .where = item.header()});
    build.schema.entities.push_back(std::move(entity));
  }
}

}  // namespace tdkt::typed
