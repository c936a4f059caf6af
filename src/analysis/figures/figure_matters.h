// SPDX-License-Identifier: Apache-2.0
// Which figures are of one matter, and the table of figures. Private to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/figures/given_figures.h"

namespace demarche::analysis {

// Indexes of figures of one matter, by value.
struct FigureMatter {
  std::vector<int> figures;
};

// How rare words are among the figures of a record: a word that every report of figures has tells of no matter.
class Rarity {
 public:
  explicit Rarity(const std::vector<GivenFigure>& figures);
  // Hashes of what may be counted with stems; none is the hash of another's.
  static std::uint64_t party(const std::string& id);
  static std::uint64_t theme(const std::string& name);
  static std::uint64_t place(const std::string& name);
  double of(std::uint64_t feature) const;
  bool is_alone(std::uint64_t feature) const;  // in one figure only
  // Share of the rarer words of the poorer sentence that the other has too, 0 to 1.
  double likeness(const GivenFigure& a, const GivenFigure& b) const;

 private:
  double weight(const Stems& stems) const;
  std::unordered_map<std::uint64_t, int> counts_;
  double all_ = 1;
};

// Whether the days of which they tell may be the same, a month aside.
bool times_agree(const GivenFigure& a, const GivenFigure& b);
// Whether two figures may be of one matter, by kind, unit, what is counted, time, and the words around them.
bool may_be_of_one_matter(const Rarity& rarity, const GivenFigure& a, const GivenFigure& b);

std::vector<FigureMatter> matters_of(const std::vector<GivenFigure>& figures);
// "killed, Kuala Senja": what is counted, of whom and where.
std::string matter_text(const Corpus& corpus, const std::vector<GivenFigure>& figures, const FigureMatter& matter);
// The table that `list figures` prints, in the order of matters.
std::vector<Figure> figure_table(const Corpus& corpus, const std::vector<GivenFigure>& figures,
                                 const std::vector<FigureMatter>& matters);

}  // namespace demarche::analysis
