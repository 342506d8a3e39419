"""PyTorch twins of Debye's binned networks (Sun's thesis, chapter 4 and section 5.1.1): a module a bin, in a loop.

Oracle and competitor, not a dependency. Plain torch.nn (1.13 and newer). `weights` and `gradients` give what the bins'
modules hold under the names and in the shapes of Debye's checkpoints.
"""
import torch
from torch import nn


def cut(spectra, axis, bins):
    """(R, n) spectra to a list of (R * each, 2), a bin each: place and intensity, spectrum by spectrum."""
    each = spectra.shape[1] // bins
    records = []
    for b in range(bins):
        part = slice(b * each, (b + 1) * each)
        y = spectra[:, part]
        records.append(torch.stack((axis[part].expand_as(y).reshape(-1), y.reshape(-1)), 1))
    return records


class Ensemble(nn.Module):
    """Networks that know nothing of one another."""

    def __init__(self, bins, hidden, classes):
        super().__init__()
        self.nets = nn.ModuleList(
            nn.Sequential(nn.Linear(2, hidden), nn.ReLU(), nn.Linear(hidden, classes)) for _ in range(bins)
        )

    def forward(self, records):
        return [net(x) for net, x in zip(self.nets, records)]

    def grouped(self):
        yield "hidden.weight", [net[0].weight for net in self.nets], None
        yield "hidden.bias", [net[0].bias for net in self.nets], 1
        yield "output.weight", [net[2].weight for net in self.nets], None
        yield "output.bias", [net[2].bias for net in self.nets], 1


class Joined(nn.Module):
    """The authors' MultiBinSegm; scores are those before its last logistic function."""

    def __init__(self, bins, hidden, classes):
        super().__init__()
        self.nets = nn.ModuleList(
            nn.Sequential(
                nn.Linear(2, hidden), nn.BatchNorm1d(hidden), nn.ReLU(),
                nn.Linear(hidden, classes), nn.BatchNorm1d(classes), nn.Sigmoid(),
            )
            for _ in range(bins)
        )
        self.join = nn.Linear(bins * classes, 1 if classes == 2 else classes)

    def forward(self, records):
        return self.join(torch.cat([net(x) for net, x in zip(self.nets, records)], 1))

    def grouped(self):
        yield "hidden.weight", [net[0].weight for net in self.nets], None
        yield "hidden.bias", [net[0].bias for net in self.nets], 1
        yield "hidden_norm.weight", [net[1].weight for net in self.nets], 0
        yield "hidden_norm.bias", [net[1].bias for net in self.nets], 0
        yield "output.weight", [net[3].weight for net in self.nets], None
        yield "output.bias", [net[3].bias for net in self.nets], 1
        yield "output_norm.weight", [net[4].weight for net in self.nets], 0
        yield "output_norm.bias", [net[4].bias for net in self.nets], 0
        yield "join.weight", [self.join.weight], 0
        yield "join.bias", [self.join.bias], 0

    def running(self):
        yield "hidden_norm.running_mean", [net[1].running_mean for net in self.nets], 0
        yield "hidden_norm.running_var", [net[1].running_var for net in self.nets], 0
        yield "output_norm.running_mean", [net[4].running_mean for net in self.nets], 0
        yield "output_norm.running_var", [net[4].running_var for net in self.nets], 0


def together(tensors, how):
    """Debye's array of the bins' tensors: 0 joins them, 1 stacks them as columns, None stacks them."""
    if how == 0:
        return torch.cat(list(tensors), 0)
    stacked = torch.stack(list(tensors))
    return stacked.unsqueeze(-1) if how == 1 else stacked


def apart(array, tensors, how):
    """Writes Debye's array into the bins' tensors."""
    parts = torch.split(array, [t.shape[0] for t in tensors]) if how == 0 else array
    for part, tensor in zip(parts, tensors):
        tensor.copy_(part.reshape(tensor.shape))
