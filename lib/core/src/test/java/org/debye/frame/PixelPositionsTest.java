package org.debye.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PixelPositionsTest {
  private static final FrameShape SHAPE = new FrameShape(8, 11);

  private static DetectorGeometry tilted(Orientation orientation) {
    return new DetectorGeometry(
        0.1,
        0.0003,
        0.0008,
        0.2,
        -0.1,
        0.4,
        Detector.generic(1e-4, 2e-4).withOrientation(orientation),
        1e-10);
  }

  @Test
  void knowsTheAnglesOfAnUntiltedDetector() {
    DetectorGeometry geometry =
        DetectorGeometry.ofBeamCentre(0.1, 1e-4, 1e-4, 2.5, 4.5).withWavelength(1e-10);
    PixelPositions positions = new PixelPositions(geometry, SHAPE);
    double[] values = new double[SHAPE.columns()];

    positions.centreRadii(RadialQuantity.RADIUS, 2, values);
    assertThat(values[4]).isCloseTo(0, within(1e-10));
    assertThat(values[7]).isCloseTo(3e-4, within(1e-10));
    positions.centreRadii(RadialQuantity.TWO_THETA, 2, values);
    assertThat(values[7]).isCloseTo(Math.atan(3e-3), within(1e-9));
    positions.centreRadii(RadialQuantity.Q, 2, values);
    assertThat(values[7])
        .isCloseTo(4e-9 * Math.PI / 1e-10 * Math.sin(Math.atan(3e-3) / 2), within(1e-6));
    positions.centreAzimuths(6, values);
    assertThat(values[4]).isCloseTo(Math.PI / 2, within(1e-6));
    positions.solidAngles(2, values);
    assertThat(values[7]).isCloseTo(Math.pow(1 + 9e-6, -1.5), within(1e-9));
  }

  /** Horizontal polarisation leaves nothing of the intensity scattered by 90 degrees sideways. */
  @Test
  void polarisationVanishesSideways() {
    DetectorGeometry sideways =
        new DetectorGeometry(
            0.1, 0.00045, 0.00055, -Math.PI / 2, 0, 0, Detector.generic(1e-4, 1e-4), null);
    double[] values = new double[SHAPE.columns()];
    new PixelPositions(sideways, SHAPE).polarisations(1, 4, values);
    assertThat(values[5]).isCloseTo(0, within(1e-6));
    new PixelPositions(sideways, SHAPE).polarisations(-1, 4, values);
    assertThat(values[5]).isCloseTo(1, within(1e-6));
    new PixelPositions(sideways, SHAPE).polarisations(0, 4, values);
    assertThat(values[5]).isCloseTo(0.5, within(1e-6));
  }

  /** An orientation counts pixels from another corner and mirrors the azimuth. */
  @ParameterizedTest
  @EnumSource(Orientation.class)
  void orientationMirrorsRowsAndColumns(Orientation orientation) {
    PixelPositions plain = new PixelPositions(tilted(Orientation.BOTTOM_RIGHT), SHAPE);
    PixelPositions mirrored = new PixelPositions(tilted(orientation), SHAPE);
    double[] expected = new double[SHAPE.columns()];
    double[] found = new double[SHAPE.columns()];
    float[] expectedCorners = new float[SHAPE.columns() + 1];
    float[] foundCorners = new float[SHAPE.columns() + 1];
    for (int row = 0; row < SHAPE.rows(); row++) {
      int from = orientation.rowsMirrored() ? SHAPE.rows() - 1 - row : row;
      int cornerFrom = orientation.rowsMirrored() ? SHAPE.rows() - row : row;
      plain.centreRadii(RadialQuantity.TWO_THETA, from, expected);
      mirrored.centreRadii(RadialQuantity.TWO_THETA, row, found);
      plain.cornerRadii(RadialQuantity.TWO_THETA, cornerFrom, expectedCorners);
      mirrored.cornerRadii(RadialQuantity.TWO_THETA, row, foundCorners);
      for (int column = 0; column < SHAPE.columns(); column++) {
        int at = orientation.columnsMirrored() ? SHAPE.columns() - 1 - column : column;
        int cornerAt = orientation.columnsMirrored() ? SHAPE.columns() - column : column;
        assertThat(found[column]).isEqualTo(expected[at]);
        assertThat(foundCorners[column]).isEqualTo(expectedCorners[cornerAt]);
      }
      plain.centreAzimuths(from, expected);
      mirrored.centreAzimuths(row, found);
      for (int column = 0; column < SHAPE.columns(); column++) {
        int at = orientation.columnsMirrored() ? SHAPE.columns() - 1 - column : column;
        double vertical = (orientation.rowsMirrored() ? -1 : 1) * Math.sin(expected[at]);
        double horizontal = (orientation.columnsMirrored() ? -1 : 1) * Math.cos(expected[at]);
        assertThat(Math.sin(found[column])).isCloseTo(vertical, within(1e-12));
        assertThat(Math.cos(found[column])).isCloseTo(horizontal, within(1e-12));
      }
    }
  }
}
