package org.debye.learning.checkpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.InputException;

/**
 * The JSON object at the start of a safetensors file: names, types, shapes and places of its
 * arrays.
 *
 * @param entries in the order of the header
 */
record SafeTensorsHeader(List<Entry> entries, Map<String, String> texts) {
  /** What the reference implementation takes. */
  static final int LONGEST = 100_000_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * An array's place.
   *
   * @param begin bytes from the end of the header
   * @param end of the last byte, exclusive
   */
  record Entry(String name, ElementType type, long[] shape, long begin, long end) {
    long bytes() {
      return end - begin;
    }
  }

  SafeTensorsHeader {
    entries = List.copyOf(entries);
    texts = Map.copyOf(texts);
  }

  /**
   * Arrays one after another, without holes. The type that comes last in {@link ElementType} first,
   * so that each array begins at a multiple of its element's size, then by name: the order, and
   * with at most one text the bytes, of the reference implementation.
   */
  static SafeTensorsHeader of(StateDict state) {
    List<NamedArray> sorted = new ArrayList<>(state.arrays());
    sorted.sort(Comparator.comparing(NamedArray::type).reversed().thenComparing(NamedArray::name));
    List<Entry> entries = new ArrayList<>();
    long at = 0;
    for (NamedArray array : sorted) {
      long end = Math.addExact(at, array.byteSize());
      entries.add(new Entry(array.name(), array.type(), array.shape(), at, end));
      at = end;
    }
    return new SafeTensorsHeader(entries, state.texts());
  }

  /** JSON, filled up with spaces to a multiple of 8 bytes. */
  byte[] encoded() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      if (!texts.isEmpty()) {
        json.writeObjectField(StateDict.METADATA, new TreeMap<>(texts));
      }
      for (Entry entry : entries) {
        json.writeObjectFieldStart(entry.name());
        json.writeStringField("dtype", entry.type().name());
        json.writeFieldName("shape");
        json.writeArray(entry.shape(), 0, entry.shape().length);
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {entry.begin(), entry.end()}, 0, 2);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    while (bytes.size() % 8 != 0) {
      bytes.write(' ');
    }
    return bytes.toByteArray();
  }

  /**
   * Reads and checks a header.
   *
   * @param json its bytes
   * @param data bytes that follow it in the file
   * @param where the file, for messages
   * @throws InputException where it contradicts the format, itself or the file
   */
  static SafeTensorsHeader parse(byte[] json, long data, String where) {
    SafeTensorsFault fault = new SafeTensorsFault(where);
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw fault.corrupt("its header is no valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw fault.corrupt("its header is no valid JSON: " + e.getMessage(), e);
    }
    if (!root.isObject()) {
      throw fault.corrupt("its header is no JSON object");
    }
    Map<String, String> texts = new TreeMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(StateDict.METADATA)) {
        texts.putAll(SafeTensorsEntry.texts(field.getValue(), fault));
      } else {
        entries.add(SafeTensorsEntry.of(field.getKey(), field.getValue(), fault));
      }
    }
    requireGapless(entries, data, fault);
    return new SafeTensorsHeader(entries, texts);
  }

  /** The entries in the order of their bytes. */
  List<Entry> inPlace() {
    return inPlace(entries);
  }

  private static List<Entry> inPlace(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    return sorted;
  }

  private static void requireGapless(List<Entry> entries, long data, SafeTensorsFault fault) {
    long at = 0;
    String before = "the header";
    for (Entry entry : inPlace(entries)) {
      if (entry.end() > data) {
        throw fault.truncated(
            "array '" + entry.name() + "' ends at byte " + entry.end() + " of " + data);
      }
      if (entry.begin() < at) {
        throw fault.corrupt("arrays '" + before + "' and '" + entry.name() + "' overlap");
      }
      if (entry.begin() > at) {
        throw fault.corrupt(
            "bytes "
                + at
                + " to "
                + entry.begin()
                + " before '"
                + entry.name()
                + "' are no array's");
      }
      at = entry.end();
      before = entry.name();
    }
    if (at < data) {
      throw fault.corrupt((data - at) + " bytes after the last array are no array's");
    }
  }
}
