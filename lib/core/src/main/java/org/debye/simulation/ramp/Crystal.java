package org.debye.simulation.ramp;

import java.util.ArrayList;
import java.util.List;
import org.debye.simulation.BirchMurnaghan;
import org.debye.simulation.EquationOfState;
import org.debye.simulation.UnitCell;
import org.debye.simulation.Vinet;

/**
 * What diffracts in the cell, from no pressure to the highest.
 *
 * <p>Equations of state: wuestite, Stixrude and Lithgow-Bertelloni 2011; (Mg0.2Fe0.8)O as it is
 * under the stress of the published ramp, against its platinum, fitted to the 200 and 111 lines
 * read from its figure (test/golden/published_ramp.py): B1 a0 4.2772 angstrom and K0 114.9 GPa to
 * 13 GPa, rhombohedral 4.2507 and 171.5 from there, c/a 2.4986 + 0.001827 P. These are no
 * literature values (K0 about 157 GPa, mixed of FeO and MgO) and hold for this ramp alone; bcc
 * iron, Dorogokupets et al. 2017; hcp iron, Fei et al. 2016, c/a 1.604; platinum, Holmes et al.
 * 1989; neon, the cold curve of Dewaele et al. 2008, whose thermal pressure (about 1 GPa at room
 * temperature) is left out. Values as in BurnMan and Dioptas. Working values, measured by nobody:
 * c/a of rhombohedral wuestite, from that of a cubic cell at 14 GPa to what the magnesiowuestite
 * has at 50 GPa; Debye-Waller factors.
 */
public final class Crystal {
  public static final Crystal MAGNESIOWUSTITE_B1 =
      new Crystal(
          "B1",
          Structure.rockSalt(Site.MIXED_METAL, 0.5),
          new BirchMurnaghan(114.9, 4),
          cube(4.2772),
          new double[0]);
  public static final Crystal MAGNESIOWUSTITE_RHOMBOHEDRAL =
      new Crystal(
          "rB1",
          Structure.stretchedRockSalt(Site.MIXED_METAL, 0.5),
          new BirchMurnaghan(171.5, 4),
          0.75 * cube(4.2507),
          new double[] {2.4986, 0.001827});
  public static final Crystal WUSTITE_B1 =
      new Crystal(
          "B1",
          Structure.rockSalt(Site.of(Element.IRON, 0, 0, 0), 0.5),
          new BirchMurnaghan(179.4, 4.94),
          cell(12.264, 4),
          new double[0]);
  public static final Crystal WUSTITE_RHOMBOHEDRAL =
      new Crystal(
          "rB1",
          Structure.stretchedRockSalt(Site.of(Element.IRON, 0, 0, 0), 0.5),
          new BirchMurnaghan(179.4, 4.94),
          cell(12.264, 3),
          new double[] {UnitCell.Hexagonal.CUBIC_RATIO - 14 * 0.0034, 0.0034});
  public static final Crystal IRON_BCC =
      new Crystal(
          "bcc",
          Structure.bodyCentred(Element.IRON, 0.35),
          new Vinet(164, 5.5),
          cell(7.09197, 2),
          new double[0]);
  public static final Crystal IRON_HCP =
      new Crystal(
          "hcp",
          Structure.closePacked(Element.IRON, 0.35),
          new BirchMurnaghan(172.7, 4.79),
          cell(6.805, 2),
          new double[] {1.604, 0});
  public static final Crystal PLATINUM =
      new Crystal(
          "Pt",
          Structure.faceCentred(Element.PLATINUM, 0.3),
          new Vinet(266, 5.81),
          cube(3.9231),
          new double[0]);
  public static final Crystal NEON =
      new Crystal(
          "Ne",
          Structure.faceCentred(Element.NEON, 1),
          new Vinet(1.070, 8.40),
          4 * 22.234,
          new double[0]);

  /** Half of this on both sides of a pressure, GPa, for the slope of a line's position. */
  private static final double SLOPE_STEP = 0.02;

  /**
   * By how much the published ramp's 111 planes are wider apart than its 200 planes make a cube,
   * over the root of the pressure in GPa: 0.0054 to 0.0064 from 0.5 to 13 GPa
   * (test/golden/published_ramp.py).
   */
  private static final double STRAIN = 0.0057;

  private final String key;
  private final Structure structure;
  private final EquationOfState equation;
  private final double volume;
  private final double[] ratio;
  private final List<Plane> planes;

  private Crystal(
      String key, Structure structure, EquationOfState equation, double volume, double[] ratio) {
    this.key = key;
    this.structure = structure;
    this.equation = equation;
    this.volume = volume;
    this.ratio = ratio;
    this.planes = structure.planes();
  }

  /** Name of the phase in tables. */
  public String key() {
    return key;
  }

  /** Edges at a pressure, GPa; c/a never below that of a cubic lattice in a stretched cube. */
  public UnitCell cell(double pressureGpa) {
    double now = volume * equation.volumeRatio(pressureGpa);
    if (structure.lattice() == Structure.Lattice.CUBIC) {
      return new UnitCell.Cubic(Math.cbrt(now));
    }
    double axial = ratio[0] + ratio[1] * pressureGpa;
    return UnitCell.Hexagonal.of(
        now, stretched() ? Math.max(UnitCell.Hexagonal.CUBIC_RATIO, axial) : axial);
  }

  /** Whose grains these are: both oxides are the same ones, before and after. */
  String grains() {
    return key.equals("B1") || key.equals("rB1") ? "oxide" : key;
  }

  boolean isHexagonal() {
    return structure.lattice() == Structure.Lattice.HEXAGONAL;
  }

  /** Whether this is a cubic crystal stretched along a diagonal. */
  boolean stretched() {
    return this == MAGNESIOWUSTITE_RHOMBOHEDRAL || this == WUSTITE_RHOMBOHEDRAL;
  }

  /**
   * Lines between two angles.
   *
   * @param wavelength angstrom
   * @param from least 2 theta, degrees
   * @param to largest, below 180
   */
  List<Line> lines(double pressureGpa, double wavelength, double from, double to) {
    StrainedCell cell = strained(pressureGpa);
    double low = Math.max(0, pressureGpa - SLOPE_STEP);
    double high = pressureGpa + SLOPE_STEP;
    StrainedCell before = strained(low);
    StrainedCell after = strained(high);
    List<Line> lines = new ArrayList<>();
    for (Plane plane : planes) {
      double angle = cell.twoThetaDeg(plane, wavelength);
      if (angle >= from && angle <= to) {
        double slope =
            (after.twoThetaDeg(plane, wavelength) - before.twoThetaDeg(plane, wavelength))
                / (high - low);
        double shift = angle - cell.unstrainedDeg(plane, wavelength);
        double strength = strength(plane, cell.cell(), angle, wavelength);
        lines.add(new Line(this, plane, angle, slope, shift, strength, tilt(plane, cell.cell())));
      }
    }
    return lines;
  }

  /** Of the magnesiowuestite alone it is known how much its stress strains it. */
  private StrainedCell strained(double pressureGpa) {
    double strain = this == MAGNESIOWUSTITE_B1 ? STRAIN * Math.sqrt(pressureGpa) : 0;
    return new StrainedCell(cell(pressureGpa), stretched(), strain);
  }

  /**
   * m |F|^2 L / V^2 of a powder without texture, for an equal volume of every crystal: L = 1 /
   * (sin^2 theta cos theta), what is left of Lorentz and polarisation factors of an integrated
   * pattern that has been corrected for polarisation.
   */
  private double strength(Plane plane, UnitCell cell, double twoThetaDeg, double wavelength) {
    double theta = Math.toRadians(twoThetaDeg / 2);
    double sine = StrictMath.sin(theta);
    double lorentz = 1 / (sine * sine * StrictMath.cos(theta));
    double s = sine / wavelength;
    return plane.multiplicity()
        * structure.square(plane, s)
        * lorentz
        / (cell.volume() * cell.volume());
  }

  /** Squared cosine between the planes' normal and c; that of a cubic crystal means nothing. */
  private static double tilt(Plane plane, UnitCell cell) {
    if (cell instanceof UnitCell.Hexagonal hexagonal) {
      double along = plane.l() / hexagonal.c() * plane.spacing(cell);
      return along * along;
    }
    return 0;
  }

  private static double cube(double edge) {
    return edge * edge * edge;
  }

  /** Cubic angstrom of so many formula units, from cm3/mol. */
  private static double cell(double molarVolume, int units) {
    return units * molarVolume / 0.602214076;
  }
}
