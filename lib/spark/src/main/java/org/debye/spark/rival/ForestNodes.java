package org.debye.spark.rival;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;
import org.debye.classification.forest.DecisionForest;

/** MLlib's trees as flat arrays: each node before those below it. */
final class ForestNodes {
  private final int classes;
  private final List<Integer> features = new ArrayList<>();
  private final List<Double> thresholds = new ArrayList<>();
  private final List<Integer> left = new ArrayList<>();
  private final List<Integer> right = new ArrayList<>();
  private final List<double[]> shares = new ArrayList<>();

  private ForestNodes(int classes) {
    this.classes = classes;
  }

  static DecisionForest of(RandomForestClassificationModel model, int points, int classes) {
    ForestNodes nodes = new ForestNodes(classes);
    DecisionTreeClassificationModel[] trees = model.trees();
    int[] roots = new int[trees.length];
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = nodes.add(trees[tree].rootNode());
    }
    return nodes.forest(points, roots);
  }

  private int add(Node node) {
    int at = features.size();
    features.add(-1);
    thresholds.add(0.0);
    left.add(0);
    right.add(0);
    shares.add(new double[classes]);
    if (node instanceof InternalNode inner && inner.split() instanceof ContinuousSplit split) {
      features.set(at, split.featureIndex());
      thresholds.set(at, split.threshold());
      left.set(at, add(inner.leftChild()));
      right.set(at, add(inner.rightChild()));
    } else {
      shares.set(at, shares(node.impurityStats().stats()));
    }
    return at;
  }

  /** Counts of a leaf by their sum; classes beyond those counted have none. */
  private double[] shares(double[] counts) {
    double[] shares = new double[classes];
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    for (int k = 0; k < counts.length; k++) {
      shares[k] = counts[k] / sum;
    }
    return shares;
  }

  private DecisionForest forest(int points, int[] roots) {
    double[] flat = new double[shares.size() * classes];
    for (int node = 0; node < shares.size(); node++) {
      System.arraycopy(shares.get(node), 0, flat, node * classes, classes);
    }
    return new DecisionForest(
        points,
        classes,
        roots,
        features.stream().mapToInt(Integer::intValue).toArray(),
        thresholds.stream().mapToDouble(Double::doubleValue).toArray(),
        left.stream().mapToInt(Integer::intValue).toArray(),
        right.stream().mapToInt(Integer::intValue).toArray(),
        flat);
  }
}
