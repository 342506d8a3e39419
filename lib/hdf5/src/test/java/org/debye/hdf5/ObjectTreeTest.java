package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.tree.Attribute;
import org.debye.hdf5.tree.Link;
import org.debye.hdf5.tree.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups and attributes in the old form (symbol tables) and the new (fractal heaps, B-trees 2). */
class ObjectTreeTest {
  private static ObjectNode member(Hdf5File file, ObjectNode group, String name) {
    assertThat(group.links()).containsKey(name);
    Link link = Objects.requireNonNull(group.links().get(name));
    assertThat(link).isInstanceOf(Link.Hard.class);
    return new ObjectNode(file, ((Link.Hard) link).address());
  }

  @ParameterizedTest
  @ValueSource(strings = {"groups_earliest.h5", "groups_latest.h5"})
  void readsManyLinksAndAttributes(String name) throws Exception {
    GoldenLayouts layouts = new GoldenLayouts();
    try (Hdf5File file = Hdf5File.open(layouts.open(URI.create(GoldenLayouts.FOLDER + name)))) {
      ObjectNode root = new ObjectNode(file, file.superblock().rootHeader());
      Map<String, Link> links = member(file, root, "many").links();

      assertThat(links).hasSize(700);
      for (int i = 0; i < 700; i++) {
        Link expected =
            i % 3 != 0 ? new Link.Soft("/target/" + i) : new Link.External("other.h5", "/x" + i);
        assertThat(links).containsEntry("member_%04d".formatted(i), expected);
      }
      ObjectNode holder = member(file, root, "holder");
      for (int i = 0; i < 40; i++) {
        Attribute number =
            Objects.requireNonNull(holder.attributes().get("attribute_%02d".formatted(i)));
        assertThat(number.numbers()).containsExactly(i * 1.5);
      }
      assertThat(holder.attributeText("fixed")).isEqualTo("fixed text");
      assertThat(holder.attributeText("variable")).isEqualTo("variable text \u00c5");
      Attribute list = Objects.requireNonNull(holder.attributes().get("list"));
      assertThat(list.texts()).containsExactly("a", "bc", "def");
      assertThat(holder.attributeText("absent")).isNull();
    }
  }
}
