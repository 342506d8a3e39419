package org.debye.learning.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Reads one field of a safetensors header. */
final class SafeTensorsEntry {
  private SafeTensorsEntry() {}

  static SafeTensorsHeader.Entry of(String name, JsonNode node, SafeTensorsFault fault) {
    if (!node.isObject()
        || node.size() != 3
        || !node.path("dtype").isTextual()
        || !node.path("shape").isArray()
        || !node.path("data_offsets").isArray()) {
      throw fault.corrupt("array '" + name + "' has not just dtype, shape and data_offsets");
    }
    String typeName = node.path("dtype").textValue();
    ElementType type =
        ElementType.named(typeName).orElseThrow(() -> fault.unknownType(name, typeName));
    long[] shape = whole(name, "shape", node.path("shape"), fault);
    long[] offsets = whole(name, "data_offsets", node.path("data_offsets"), fault);
    if (offsets.length != 2 || offsets[0] > offsets[1]) {
      throw fault.corrupt("array '" + name + "' has data_offsets " + Arrays.toString(offsets));
    }
    requireSize(name, type, shape, offsets, fault);
    return new SafeTensorsHeader.Entry(name, type, shape, offsets[0], offsets[1]);
  }

  private static void requireSize(
      String name, ElementType type, long[] shape, long[] offsets, SafeTensorsFault fault) {
    long given = offsets[1] - offsets[0];
    long needed;
    try {
      needed = NamedArray.byteSize(type, shape);
    } catch (ArithmeticException e) {
      throw fault.corrupt("array '" + name + "' has an impossible shape " + Arrays.toString(shape));
    }
    if (given != needed) {
      throw fault.corrupt(
          String.format(
              "array '%s' has %d bytes where %s %s needs %d",
              name, given, type, Arrays.toString(shape), needed));
    }
  }

  static Map<String, String> texts(JsonNode node, SafeTensorsFault fault) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isTextual()) {
        texts.put(field.getKey(), field.getValue().textValue());
      }
    }
    if (!node.isObject() || texts.size() != node.size()) {
      throw fault.corrupt("its __metadata__ is no map of texts");
    }
    return texts;
  }

  private static long[] whole(String name, String field, JsonNode node, SafeTensorsFault fault) {
    long[] numbers = new long[node.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = node.path(i);
      if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
        throw fault.corrupt(
            "array '"
                + name
                + "' has "
                + number
                + " in its "
                + field
                + ", which is no whole number");
      }
      numbers[i] = number.longValue();
    }
    return numbers;
  }
}
