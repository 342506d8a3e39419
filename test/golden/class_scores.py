"""Scores of classes and probabilities, by scikit-learn 1.2.1 and scipy.

    /usr/bin/python3 test/golden/class_scores.py > test/golden/class_scores.txt
"""

import numpy as np
from scipy.stats import entropy
from sklearn import metrics


def show(name, values, form="%.17g"):
    print(name, *(form % v for v in np.ravel(values)))


def calibration_error(y, p, bins=15):
    confidence, right = p.max(1), p.argmax(1) == y
    edges, total = np.linspace(0, 1, bins + 1), 0
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            total += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    return total


def case(name, n, classes, absent, rng):
    y = rng.choice([k for k in range(classes) if k not in absent], n)
    logits = rng.normal(size=(n, classes)) * 1.5 + 2 * np.eye(classes)[y]
    logits[:, list(absent)] -= 100
    p = np.exp(logits - logits.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    p[0] = np.eye(classes)[(y[0] + 1) % classes]  # certain and wrong
    p[1] = np.eye(classes)[y[1]]  # certain and right
    if absent:
        p[0] = np.eye(classes)[[k for k in range(classes) if k not in absent and k != y[0]][0]]
    guess = p.argmax(1)
    labels = list(range(classes))
    show(name + "_truth", y, "%d")
    show(name + "_probabilities", p)
    show(name + "_confusion", metrics.confusion_matrix(y, guess, labels=labels), "%d")
    show(name + "_accuracy", metrics.accuracy_score(y, guess))
    each = metrics.precision_recall_fscore_support(y, guess, labels=labels, zero_division=0)
    for what, values in zip(("precision", "recall", "f1", "support"), each):
        show(name + "_" + what, values)
    for average in ("macro", "weighted"):
        values = metrics.precision_recall_fscore_support(y, guess, average=average, zero_division=0)
        show(name + "_" + average, values[:3])
    show(name + "_log_loss", metrics.log_loss(y, p, labels=labels))
    one_hot = np.eye(classes)[y]
    brier = sum(metrics.brier_score_loss(one_hot[:, k], p[:, k], pos_label=1) for k in range(classes))
    show(name + "_brier", brier)
    show(name + "_calibration_error", calibration_error(y, p))
    show(name + "_entropy", entropy(p, axis=1).mean())
    thresholds = np.unique(p.max(1))[::-1]
    show(name + "_thresholds", thresholds)
    answered = [p.max(1) >= t for t in thresholds]
    show(name + "_coverage", [a.mean() for a in answered])
    show(name + "_accuracies", [metrics.accuracy_score(y[a], guess[a]) for a in answered])


rng = np.random.default_rng(12)
case("two", 40, 2, (), rng)
case("four", 60, 4, (), rng)
case("absent", 50, 4, (2,), rng)
