#!/usr/bin/env python3
"""Losses of fractions and their gradients by PyTorch: test/golden/learning/fractions.json.

    /usr/bin/python3 lib/torch/src/test/python/fractions_golden.py test/golden/learning/fractions.json
"""
import json
import sys

import torch

torch.manual_seed(20261122)
torch.set_default_dtype(torch.float64)
RECORDS, CLASSES, PROBABILITIES = 6, 3, [0.05, 0.95, 0.25, 0.75]

scores = torch.randn(RECORDS, CLASSES, requires_grad=True)
quantiles = torch.rand(RECORDS, len(PROBABILITIES), CLASSES, requires_grad=True)
shares = torch.distributions.Dirichlet(torch.ones(CLASSES)).sample((RECORDS,))
shares[0] = torch.tensor([0.0, 1.0, 0.0])

cross_entropy = torch.nn.functional.cross_entropy(scores, shares, reduction="sum")
cross_entropy.backward()
off = shares.unsqueeze(1) - quantiles
q = torch.tensor(PROBABILITIES).view(1, -1, 1)
pinball = torch.maximum(q * off, (q - 1) * off).sum()
pinball.backward()

golden = {
    "torch": torch.__version__,
    "probabilities": PROBABILITIES,
    "scores": scores.detach().flatten().tolist(),
    "shares": shares.flatten().tolist(),
    "quantiles": quantiles.detach().flatten().tolist(),
    "cross_entropy": cross_entropy.item(),
    "cross_entropy_gradient": scores.grad.flatten().tolist(),
    "pinball": pinball.item(),
    "pinball_gradient": quantiles.grad.flatten().tolist(),
}
with open(sys.argv[1], "w", encoding="ascii") as out:
    json.dump(golden, out, indent=1)
    out.write("\n")
