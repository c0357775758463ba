package dev.aidis.queries.patterns;

/** Student's t distribution. */
final class StudentT {
  private static final int MOST_STEPS = 300;
  private static final double PRECISION = 1e-14;
  private static final double TINY = 1e-300;
  private static final double[] LANCZOS = {
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
    12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7
  };

  private StudentT() {}

  /**
   * How probable a value at least that far from 0 is.
   *
   * @param t 0 or more; infinite where nothing varies
   * @param freedom degrees of freedom, 1 or more
   */
  static double twoSided(double t, double freedom) {
    return Double.isInfinite(t) ? 0 : beta(freedom / (freedom + t * t), freedom / 2, 0.5);
  }

  /** The regularized incomplete beta function, by its continued fraction (Lentz's method). */
  private static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MOST_STEPS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / kept(1 + even * d);
      c = kept(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / kept(1 + odd * d);
      c = kept(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < PRECISION) {
        break;
      }
    }
    return value;
  }

  private static double kept(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** By Lanczos' approximation, for x of 0.5 or more. */
  private static double logGamma(double x) {
    double shifted = x - 1;
    double sum = 0.9999999999998099;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (shifted + i + 1);
    }
    double t = shifted + LANCZOS.length - 0.5;
    return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
  }
}
