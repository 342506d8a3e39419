package org.debye.jobs.study.encoder;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.debye.classification.split.LabelBudget;
import org.debye.jobs.config.InvalidValue;

/**
 * A number of labels, as it is written.
 *
 * @param text names it in tables
 * @param labels of each class
 */
public record Budget(String text, LabelBudget labels) {
  private static final String EXAMPLES =
      "Write before=15+during=5+after=25, each=5, total=22 or share=0.1.";
  private static final int LEAST = 2;

  /** Reads numbers of classes by name, or one number for all of them. */
  public static Budget parse(String text) {
    Map<String, Integer> members = new TreeMap<>();
    for (String one : text.split("\\+", -1)) {
      int end = one.lastIndexOf('=');
      InvalidValue.unless(end > 0, "", "not a number of labels", EXAMPLES);
      String name = one.substring(0, end);
      String number = one.substring(end + 1);
      if (name.equals("share")) {
        return new Budget(text, new LabelBudget.Share(share(number)));
      }
      InvalidValue.unless(
          number.matches("[1-9][0-9]{0,8}"), "", "not a number of labels", EXAMPLES);
      members.put(name, Integer.valueOf(number));
    }
    int first = members.values().iterator().next();
    if (members.keySet().equals(Set.of("each"))) {
      return new Budget(text, new LabelBudget.PerClass(first));
    }
    return members.keySet().equals(Set.of("total"))
        ? new Budget(text, new LabelBudget.Total(first, LEAST))
        : new Budget(text, new LabelBudget.ByName(members));
  }

  private static double share(String number) {
    boolean written = number.matches("[0-9]*\\.?[0-9]+(e-?[0-9]+)?");
    double share = written ? Double.parseDouble(number) : -1;
    InvalidValue.unless(share > 0 && share <= 1, "", "not a share of the labels", EXAMPLES);
    return share;
  }

  @Override
  public String toString() {
    return text;
  }
}
