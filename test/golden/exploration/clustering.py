"""What scikit-learn 1.2.1 makes of small made spectra and points: PCA, spectral clustering, scores of clusterings.

    /usr/bin/python3 test/golden/exploration/clustering.py > test/golden/exploration/clustering.txt

Measured patterns (TiNiSn) are clustered too, where ../shared/data/xrd/tinisn is there; of them the file
holds what scikit-learn finds and how it compares with the given labels, and nothing of the data.
"""

import os
import warnings

import numpy as np
from scipy.linalg import eigh
from scipy.sparse.csgraph import laplacian
from sklearn.cluster import KMeans, SpectralClustering
from sklearn.cluster._spectral import discretize
from sklearn.decomposition import PCA
from sklearn.manifold import spectral_embedding
from sklearn import metrics
from sklearn.neighbors import kneighbors_graph

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../..")
TINISN = os.path.join(ROOT, "../shared/data/xrd/tinisn/TiNiSn_500C_Y20190218_14x14_t60_bkgdSub_1D_%s.npy")


def show(name, values, digits="%.15g"):
    print(name, *(digits % v for v in np.ravel(values)))


def ramp(rng, n=60, p=90):
    """Peaks that move, and give way to others at frame 33."""
    x = np.linspace(0, 10, p)
    t = np.arange(n)[:, None] / n
    late = (np.arange(n) >= 33)[:, None]
    peak = lambda c, w: np.exp(-(((x - c) / w) ** 2))
    y = peak(2 + 0.5 * t, 0.3) * (1 - 0.9 * late) + peak(5 + 0.8 * t, 0.4) + late * peak(7.5 - 0.3 * t, 0.3)
    return np.round(y + 0.05 * rng.normal(size=(n, p)), 6), late.ravel().astype(int)


def blobs(rng, n=240, d=5, k=4):
    centres = 1.3 * rng.normal(size=(k, d))
    truth = rng.integers(k, size=n)
    return np.round(centres[truth] + rng.normal(size=(n, d)), 6), truth


def rings(rng, n=600):
    """Larger than what is decomposed whole."""
    truth = np.arange(n) % 3
    angle = rng.uniform(0, 2 * np.pi, n)
    radius = 1.0 + 1.5 * truth + 0.1 * rng.normal(size=n)
    return np.round(np.c_[radius * np.cos(angle), radius * np.sin(angle)], 6), truth


def pca(name, X):
    found = PCA(svd_solver="full").fit(X)
    show(name + ".pca.variances", found.explained_variance_[:20])
    show(name + ".pca.ratios", found.explained_variance_ratio_[:20])
    show(name + ".pca.components", found.components_[:4])
    show(name + ".pca.scores", found.transform(X)[:, :4])
    shares = [0.55, 0.8, 0.9, 0.95, 0.99]
    show(name + ".pca.shares", shares)
    show(name + ".pca.holding", [PCA(s, svd_solver="full").fit(X).n_components_ for s in shares])
    back = PCA(3, svd_solver="full").fit(X)
    show(name + ".pca.back3", back.inverse_transform(back.transform(X))[:2])


def affinities(X, gamma):
    nearest = kneighbors_graph(X, n_neighbors=10, include_self=True)
    yield "nearest", (0.5 * (nearest + nearest.T)).toarray(), dict(affinity="nearest_neighbors", n_neighbors=10)
    yield "rbf", metrics.pairwise.rbf_kernel(X, gamma=gamma), dict(affinity="rbf", gamma=gamma)


def spectral(name, X, truth, k, gamma, n_init=10):
    show(name + ".clusters", [k])
    show(name + ".gamma", [gamma])
    for kind, W, settings in affinities(X, gamma):
        key = f"{name}.{kind}"
        L, dd = laplacian(W, normed=True, return_diag=True)
        np.fill_diagonal(L, 1)
        show(key + ".eigenvalues", eigh(L, eigvals_only=True)[: k + 1])
        show(key + ".roots", dd)
        maps = spectral_embedding(W, n_components=k, drop_first=False, random_state=0)
        show(key + ".maps", maps)
        show(key + ".first", [np.random.RandomState(0).randint(len(X))])
        show(key + ".discretized", discretize(maps, random_state=0))
        show(key + ".inertia", [KMeans(k, n_init=100, random_state=0).fit(maps).inertia_])
        for assign in ("kmeans", "discretize"):
            labels = SpectralClustering(
                k, assign_labels=assign, n_init=n_init, random_state=0, **settings
            ).fit_predict(X)
            show(f"{key}.{assign}", labels)
            scores(f"{key}.{assign}", X, labels, truth)


def scores(key, X, labels, truth):
    compare(key, labels, truth)
    if len(np.unique(labels)) > 1:
        show(key + ".silhouette", [metrics.silhouette_score(X, labels)])


def compare(key, labels, truth):
    show(
        key + ".agreement",
        [
            metrics.mutual_info_score(truth, labels),
            metrics.normalized_mutual_info_score(truth, labels),
            metrics.adjusted_mutual_info_score(truth, labels),
            metrics.adjusted_rand_score(truth, labels),
        ],
    )


def labellings(rng):
    pairs = {
        "chance": (rng.integers(5, size=80), rng.integers(4, size=80)),
        "few": (np.array([0, 0, 1, 1, 2, 2]), np.array([7, 7, 3, 3, 3, 9])),
        "one": (np.zeros(6, int), np.array([0, 0, 1, 1, 2, 2])),
        "ones": (np.zeros(6, int), np.zeros(6, int)),
        "alone": (np.arange(6), np.arange(6)[::-1]),
    }
    for name, (a, b) in pairs.items():
        show(f"labels.{name}.first", a)
        show(f"labels.{name}.second", b)
        compare(f"labels.{name}", b, a)
    X = np.round(rng.normal(size=(80, 3)), 6)
    labels = pairs["chance"][0].copy()
    labels[3] = 9  # alone in its cluster
    show("silhouette.points", X)
    show("silhouette.labels", labels)
    show("silhouette.samples", metrics.silhouette_samples(X, labels))


def tinisn():
    if not os.path.exists(TINISN % "X"):
        return
    X, truth = np.load(TINISN % "X"), np.load(TINISN % "y")
    found = PCA(0.99, svd_solver="full").fit(X)
    Z = found.transform(X)
    show("tinisn.components", [found.n_components_])
    spectral("tinisn", Z, truth, 11, 1 / (Z.shape[1] * Z.var()), n_init=100)


def main():
    warnings.simplefilter("ignore")
    rng = np.random.default_rng(20261122)
    for name, (X, truth), k, gamma in (
        ("ramp", ramp(rng), 2, 0.3),
        ("blobs", blobs(rng), 4, 0.2),
        ("rings", rings(rng), 3, 4.0),
    ):
        show(name + ".shape", X.shape)
        show(name + ".X", X, "%.8g")
        show(name + ".truth", truth)
        pca(name, X) if name != "rings" else None
        spectral(name, X, truth, k, gamma)
    labellings(rng)
    tinisn()


if __name__ == "__main__":
    main()
