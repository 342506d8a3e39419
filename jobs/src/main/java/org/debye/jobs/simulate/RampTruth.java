package org.debye.jobs.simulate;

import java.util.List;
import java.util.Locale;
import org.debye.simulation.Peak;
import org.debye.simulation.RampState;
import org.debye.simulation.RawRamp;

/** What was put into a ramp, frame by frame. */
final class RampTruth {
  private RampTruth() {}

  /**
   * A line for each frame: pressure in GPa, share of the rhombohedral phase, cells in angstrom, and
   * of every line its centre in degrees and its area in counts x degrees.
   */
  static String csv(RawRamp ramp) {
    StringBuilder out = new StringBuilder();
    out.append("frame,time_s,pressure_gpa,rhombohedral_share,b1_a,rb1_a,rb1_c,pt_a");
    for (Peak peak : ramp.state(0).peaks()) {
      String name = peak.phase().key().toLowerCase(Locale.ROOT) + "_" + peak.hkl();
      out.append(',').append(name).append("_deg,").append(name).append("_area");
    }
    out.append('\n');
    for (int frame = 0; frame < ramp.settings().frames(); frame++) {
      append(out, ramp.state(frame));
    }
    return out.toString();
  }

  private static void append(StringBuilder out, RampState state) {
    List<Double> cells =
        List.of(
            state.timeSeconds(),
            state.pressureGpa(),
            state.rhombohedralShare(),
            state.b1().a(),
            state.rhombohedral().a(),
            state.rhombohedral().c(),
            state.platinum().a());
    out.append(state.frame());
    cells.forEach(value -> out.append(',').append(value));
    for (Peak peak : state.peaks()) {
      out.append(',').append(peak.twoThetaDeg()).append(',').append(peak.area());
    }
    out.append('\n');
  }
}
