package org.debye.unmixing.posterior;

/** Means and variances of weight and coordinates of each label, and what they say of a draw. */
final class LabelMoments {
  /** A variance below this share of all labels' variance is taken for no information. */
  private static final double FLOOR = 1e-12;

  private final GlobalsLayout layout;
  private final int quantities;
  private final double[] mean;
  private final double[] variance;

  LabelMoments(GlobalsLayout layout) {
    this.layout = layout;
    quantities = 1 + layout.dimensions();
    mean = new double[layout.endmembers() * quantities];
    variance = new double[mean.length];
  }

  void learn(double[] draws, int[] labels) {
    int k = layout.endmembers();
    int count = labels.length / k;
    for (int label = 0; label < k; label++) {
      for (int quantity = 0; quantity < quantities; quantity++) {
        double sum = 0;
        for (int draw = 0; draw < count; draw++) {
          sum += value(draws, draw * layout.width(), labels[draw * k + label], quantity);
        }
        double centre = sum / count;
        double squares = 0;
        for (int draw = 0; draw < count; draw++) {
          double apart =
              value(draws, draw * layout.width(), labels[draw * k + label], quantity) - centre;
          squares += apart * apart;
        }
        mean[label * quantities + quantity] = centre;
        variance[label * quantities + quantity] =
            Math.max(squares / count, FLOOR * (1 + centre * centre));
      }
    }
  }

  /** Cost K x K of giving the label of a row to the draw's endmember of a column. */
  void cost(double[] draws, int drawAt, double[] cost) {
    int k = layout.endmembers();
    for (int label = 0; label < k; label++) {
      for (int other = 0; other < k; other++) {
        double sum = 0;
        for (int quantity = 0; quantity < quantities; quantity++) {
          int at = label * quantities + quantity;
          double apart = value(draws, drawAt, other, quantity) - mean[at];
          sum += apart * apart / variance[at];
        }
        cost[label * k + other] = sum;
      }
    }
  }

  double logVariance() {
    double sum = 0;
    for (double one : variance) {
      sum += Math.log(one);
    }
    return sum;
  }

  /** Cost K x K of taking the label of a column of others for the label of a row of these. */
  double[] distances(LabelMoments others) {
    int k = layout.endmembers();
    double[] cost = new double[k * k];
    for (int label = 0; label < k; label++) {
      for (int other = 0; other < k; other++) {
        for (int quantity = 0; quantity < quantities; quantity++) {
          int here = label * quantities + quantity;
          int there = other * quantities + quantity;
          double both = variance[here] + others.variance[there];
          double apart = mean[here] - others.mean[there];
          cost[label * k + other] += apart * apart / both + Math.log(both);
        }
      }
    }
    return cost;
  }

  /** Greatest difference of means of a coordinate, in units of the mean standard deviation. */
  double separation(LabelMoments others, int[] matching) {
    double worst = 0;
    for (int label = 0; label < layout.endmembers(); label++) {
      for (int quantity = 1; quantity < quantities; quantity++) {
        int here = label * quantities + quantity;
        int there = matching[label] * quantities + quantity;
        double sd = Math.sqrt((variance[here] + others.variance[there]) / 2);
        worst = Math.max(worst, Math.abs(mean[here] - others.mean[there]) / sd);
      }
    }
    return worst;
  }

  private double value(double[] draws, int drawAt, int label, int quantity) {
    return quantity == 0
        ? draws[drawAt + label]
        : draws[drawAt + layout.endmembersAt() + label * layout.dimensions() + quantity - 1];
  }
}
