# SPDX-License-Identifier: Apache-2.0
"""Figures of repeated runs, and how two of them compare when they ran side by side."""
import dataclasses
import statistics


@dataclasses.dataclass
class Figure:
    values: list                # one a run; run i of one contender ran beside run i of the others

    @property
    def median(self):
        return statistics.median(self.values)

    def times(self, other):
        """How many times the other's: the median of the pairs, which what disturbed both leaves alone."""
        return statistics.median(own / theirs for own, theirs in zip(self.values, other.values))


@dataclasses.dataclass
class Row:
    key: str                    # of wording.ROWS
    unit: str                   # s, bytes, or of wording.UNITS
    figures: dict               # by contender
    values: dict = dataclasses.field(default_factory=dict)  # what the row's title names


def side_by_side(runs, samplers):
    """Samples of each by name, run after run in turn; whoever begins is another each time."""
    names = list(samplers)
    samples = {name: [] for name in names}
    for i in range(runs):
        for name in names[i % len(names):] + names[:i % len(names)]:
            samples[name].append(samplers[name]())
    return samples


def row(key, unit, what, samples, values=None):
    figures = {name: Figure([sample[what] for sample in of]) for name, of in samples.items()
               if all(sample.get(what) is not None for sample in of)}
    return Row(key, unit, figures, values or {})
