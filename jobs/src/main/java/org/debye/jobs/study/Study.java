package org.debye.jobs.study;

import java.util.List;
import org.debye.spark.sweep.SweepCell;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SweepResultRow;

/**
 * What is swept: the cells of a grid, and what is made of their results. Another kind of study is a
 * constant of {@code SweepConfig.StudyKind}, a section of {@code SweepConfig} and one of these.
 */
public interface Study {

  /** Every cell of the grid, whether or not the tables hold it already. */
  List<? extends SweepCell> cells();

  /**
   * Cells that results call for: where something is chosen among starts, what the chosen one goes
   * on to. Equal rows give equal cells.
   *
   * @param rows of {@link #cells}, ordered by cell; failed and missing ones may be among them
   */
  List<? extends SweepCell> further(List<SweepResultRow> rows);

  /**
   * Tables and pictures.
   *
   * @param rows of this study's cells and the further ones, ordered by cell; failed and missing
   *     ones may be among them
   */
  StudyReport report(Catalogue catalogue, List<SweepResultRow> rows);
}
