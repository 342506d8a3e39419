package org.debye.jobs.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.figures.Figure;
import org.debye.jobs.report.TextTable;

/**
 * What a study comes to.
 *
 * @param shown tables for the console and, as CSV, for the study's folder, by file name
 * @param files tables for the folder alone, by file name
 * @param remarks sentences below the tables
 * @param figures by file name; made when they are drawn
 */
public record StudyReport(
    Map<String, TextTable> shown,
    Map<String, TextTable> files,
    List<String> remarks,
    Map<String, Supplier<Figure>> figures) {
  public StudyReport {
    shown = new LinkedHashMap<>(shown);
    files = new LinkedHashMap<>(files);
    remarks = List.copyOf(remarks);
    figures = new LinkedHashMap<>(figures);
  }
}
