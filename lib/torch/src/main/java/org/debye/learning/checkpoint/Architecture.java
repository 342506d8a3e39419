package org.debye.learning.checkpoint;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/**
 * What builds the network anew.
 *
 * @param name as the key {@code model} spells it
 * @param hyperparameters everything else that its layers depend on
 * @param parameters trained numbers
 */
public record Architecture(String name, NamedSettings hyperparameters, long parameters)
    implements Serializable {
  public Architecture {
    if (name.isBlank() || parameters < 0) {
      throw new IllegalArgumentException("a model '" + name + "' of " + parameters + " parameters");
    }
  }

  /**
   * Makes sure that a checkpoint is of the model that is asked for.
   *
   * @param wanted the model as configured
   * @param where the checkpoint
   * @throws InputException where it is another
   */
  public void require(Architecture wanted, String where) {
    List<String> differences = new ArrayList<>();
    compare(differences, "model", name, wanted.name);
    TreeSet<String> names = new TreeSet<>(hyperparameters.values().keySet());
    names.addAll(wanted.hyperparameters.values().keySet());
    for (String one : names) {
      Object mine = hyperparameters.values().get(one);
      compare(differences, one, mine, wanted.hyperparameters.values().get(one));
    }
    compare(differences, "parameters", parameters, wanted.parameters);
    if (!differences.isEmpty()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          "the checkpoint is of another architecture: " + String.join(", ", differences),
          "Configure the model as the checkpoint's card says, or name another folder.");
    }
  }

  private static void compare(
      List<String> differences, String what, @Nullable Object mine, @Nullable Object wanted) {
    if (!Objects.equals(mine, wanted)) {
      differences.add(what + " is " + mine + ", not " + wanted);
    }
  }
}
