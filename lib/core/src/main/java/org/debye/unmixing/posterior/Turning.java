package org.debye.unmixing.posterior;

/**
 * A rotation of three dimensions as a vector: about its direction, by its length in radians, after
 * a reference rotation: O = R exp([a]x). Vectors up to length 2 pi hold every rotation twice.
 */
final class Turning {
  private static final int N = 3;
  private static final double SMALL = 1e-4;

  private final double[] reference = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  private final double[] turn = new double[N * N];
  private final double[] matrix = new double[N * N];

  /** Row major. */
  double[] matrix() {
    return matrix;
  }

  /** The rotation that vectors are counted from. */
  void from(double[] rotation) {
    System.arraycopy(rotation, 0, reference, 0, reference.length);
  }

  /** How near a rotation is to the reference: the trace of the turn between them. */
  double nearness(double[] rotation) {
    double trace = 0;
    for (int i = 0; i < rotation.length; i++) {
      trace += reference[i] * rotation[i];
    }
    return trace;
  }

  /** Sets the matrix from the vector at a place (Rodrigues). */
  void take(double[] position, int at) {
    double x = position[at];
    double y = position[at + 1];
    double z = position[at + 2];
    double square = x * x + y * y + z * z;
    double s = sine(square);
    double c = cosine(square);
    turn[0] = 1 - c * (y * y + z * z);
    turn[1] = c * x * y - s * z;
    turn[2] = c * x * z + s * y;
    turn[3] = c * x * y + s * z;
    turn[4] = 1 - c * (x * x + z * z);
    turn[5] = c * y * z - s * x;
    turn[6] = c * x * z - s * y;
    turn[7] = c * y * z + s * x;
    turn[8] = 1 - c * (x * x + y * y);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
          sum += reference[i * N + k] * turn[k * N + j];
        }
        matrix[i * N + j] = sum;
      }
    }
  }

  /** The last rotation that was taken, and a turn after it. */
  double[] after(double[] by) {
    Turning further = new Turning();
    further.from(matrix);
    further.take(by, 0);
    return further.matrix;
  }

  /** The shortest vector of a rotation. */
  void vector(double[] rotation, double[] position, int at) {
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
          sum += reference[k * N + i] * rotation[k * N + j];
        }
        turn[i * N + j] = sum;
      }
    }
    double[] q = quaternion();
    double length = Math.sqrt(q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    double sign = q[0] < 0 ? -1 : 1;
    double angle = 2 * StrictMath.atan2(length, sign * q[0]);
    double factor = length < SMALL * SMALL ? 2 : angle / length;
    for (int i = 0; i < N; i++) {
      position[at + i] = sign * factor * q[i + 1];
    }
  }

  /** Of the turn, from its largest component (Shepperd 1978). */
  private double[] quaternion() {
    double[] t = turn;
    double[] squares = {
      1 + t[0] + t[4] + t[8], 1 + t[0] - t[4] - t[8], 1 - t[0] + t[4] - t[8], 1 - t[0] - t[4] + t[8]
    };
    int largest = 0;
    for (int i = 1; i < squares.length; i++) {
      largest = squares[i] > squares[largest] ? i : largest;
    }
    double s = 2 * Math.sqrt(squares[largest]);
    double[][] each = {
      {s / 4, (t[7] - t[5]) / s, (t[2] - t[6]) / s, (t[3] - t[1]) / s},
      {(t[7] - t[5]) / s, s / 4, (t[1] + t[3]) / s, (t[2] + t[6]) / s},
      {(t[2] - t[6]) / s, (t[1] + t[3]) / s, s / 4, (t[5] + t[7]) / s},
      {(t[3] - t[1]) / s, (t[2] + t[6]) / s, (t[5] + t[7]) / s, s / 4}
    };
    return each[largest];
  }

  /** Log density of the uniform distribution of rotations by the vector, up to a constant. */
  double logVolume(double[] position, int at) {
    return StrictMath.log(2 * cosine(square(position, at)));
  }

  /**
   * The slopes by the vector, where it was taken, of something and of the log volume.
   *
   * @param byMatrix slopes by the matrix, row major
   * @param gradient overwritten at the place
   */
  void pullBack(double[] position, int at, double[] byMatrix, double[] gradient) {
    double[] m = new double[N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        for (int k = 0; k < N; k++) {
          m[i * N + j] += matrix[k * N + i] * byMatrix[k * N + j];
        }
      }
    }
    double[] t = {m[7] - m[5], m[2] - m[6], m[3] - m[1]};
    double[] a = {position[at], position[at + 1], position[at + 2]};
    double square = square(position, at);
    double[] once = cross(a, t);
    double[] twice = cross(a, once);
    double c = cosine(square);
    double rest = rest(square);
    double volume = volumeSlope(square);
    for (int i = 0; i < N; i++) {
      gradient[at + i] = t[i] + c * once[i] + rest * twice[i] + volume * a[i];
    }
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double square(double[] position, int at) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += position[at + i] * position[at + i];
    }
    return sum;
  }

  /** sin(t) / t by t^2. */
  private static double sine(double square) {
    double t = Math.sqrt(square);
    return t < SMALL ? 1 - square / 6 : StrictMath.sin(t) / t;
  }

  /** (1 - cos t) / t^2 by t^2. */
  private static double cosine(double square) {
    double t = Math.sqrt(square);
    double half = StrictMath.sin(0.5 * t);
    return t < SMALL ? 0.5 - square / 24 : 2 * half * half / square;
  }

  /** (t - sin t) / t^3 by t^2. */
  private static double rest(double square) {
    double t = Math.sqrt(square);
    return t < 0.01 ? 1 / 6.0 - square / 120 : (t - StrictMath.sin(t)) / (t * square);
  }

  /** The slope of log((1 - cos t) / t^2) by t, over t. */
  private static double volumeSlope(double square) {
    double t = Math.sqrt(square);
    return t < 0.01 ? -1 / 6.0 - square / 360 : 1 / (StrictMath.tan(0.5 * t) * t) - 2 / square;
  }
}
