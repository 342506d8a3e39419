package org.debye.simulation;

/** What diffracts in the cell. The table's and the truth files' name is {@link #key()}. */
public enum RampPhase {
  /** (Mg0.2Fe0.8)O with the structure of rock salt. */
  B1("B1"),
  /** The same, stretched along a cube diagonal; planes are named in the hexagonal setting. */
  RHOMBOHEDRAL("rB1"),
  /** The pressure calibrant. */
  PLATINUM("Pt");

  private final String key;

  RampPhase(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }
}
