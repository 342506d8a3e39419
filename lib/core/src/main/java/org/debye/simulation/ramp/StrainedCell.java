package org.debye.simulation.ramp;

import org.debye.simulation.UnitCell;

/**
 * A cell and how far its planes are from where they would be under the same pressure from all
 * sides. A cubic crystal between anvils carries a differential stress, which widens the spacing of
 * the planes that are seen by 1 + 3 e G, G = (h^2 k^2 + k^2 l^2 + l^2 h^2) / (h^2 + k^2 + l^2)^2
 * (Singh et al. 1998, J. Appl. Phys. 83:7567, with the part that all planes share counted to the
 * pressure): none for 200, e for 111. A stretched cube is strained by its own axial ratio.
 *
 * @param stretched whether the cell is that of a cube stretched along a diagonal
 * @param strain e, of a cubic crystal
 */
record StrainedCell(UnitCell cell, boolean stretched, double strain) {

  /** 2 theta of a line, degrees. */
  double twoThetaDeg(Plane plane, double wavelength) {
    if (strain == 0) {
      return cell.twoThetaDeg(plane.h(), plane.k(), plane.l(), wavelength);
    }
    double spacing = plane.spacing(cell) * (1 + 3 * strain * plane.cubicAnisotropy());
    return 2 * Math.toDegrees(Math.asin(wavelength / (2 * spacing)));
  }

  /** The same of a cubic cell with the same volume; of any other crystal, where it stands. */
  double unstrainedDeg(Plane plane, double wavelength) {
    UnitCell relaxed =
        stretched ? UnitCell.Hexagonal.of(cell.volume(), UnitCell.Hexagonal.CUBIC_RATIO) : cell;
    return relaxed.twoThetaDeg(plane.h(), plane.k(), plane.l(), wavelength);
  }
}
