import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Measures Lucene with CJKAnalyzer, which produces bigrams: LuceneBigrams PARAGRAPHS QUERIES FOLDER */
public class LuceneBigrams {
  private static final Analyzer ANALYZER = new CJKAnalyzer(CharArraySet.EMPTY_SET);

  public static void main(String[] arguments) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(arguments[0]));
    Path folder = Path.of(arguments[2]);
    // Runs twice, so that the second run measures compiled code.
    write(lines, folder);
    long begin = System.nanoTime();
    write(lines, folder);
    double seconds = (System.nanoTime() - begin) / 1e9;
    long textBytes = 0;
    for (String line : lines) {
      textBytes += text(line).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
    System.out.printf(
        "{\"peer\": \"Lucene\", \"phase\": \"index\", \"seconds\": %.3f, \"text_bytes\": %d, \"index_bytes\": %d}%n",
        seconds, textBytes, size(folder));
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      QueryBuilder builder = new QueryBuilder(ANALYZER);
      for (String string : Files.readAllLines(Path.of(arguments[1]))) {
        measure(string, builder.createPhraseQuery("text", string), searcher);
      }
    }
  }

  private static String text(String line) {
    return line.substring(line.indexOf('\t') + 1);
  }

  private static void write(List<String> lines, Path folder) throws IOException {
    IndexWriterConfig configuration = new IndexWriterConfig(ANALYZER);
    configuration.setRAMBufferSizeMB(256);
    configuration.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), configuration)) {
      for (String line : lines) {
        Document document = new Document();
        document.add(new Field("text", text(line), type));
        document.add(
            new NumericDocValuesField("id", Long.parseLong(line.substring(0, line.indexOf('\t')))));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private static void measure(String string, Query query, IndexSearcher searcher) throws IOException {
    double best = Double.MAX_VALUE;
    int hits = 0;
    for (int round = 0; round < 40; round++) {
      long begin = System.nanoTime();
      searcher.search(query, 10);
      hits = searcher.count(query);
      // The first rounds are a warm-up in which the code is compiled.
      if (round >= 25) {
        best = Math.min(best, (System.nanoTime() - begin) / 1e6);
      }
    }
    System.out.printf(
        "{\"peer\": \"Lucene\", \"phase\": \"query\", \"query\": \"%s\", \"hits\": %d, \"top10_ms\": %.4f}%n",
        string, hits, best);
  }
}
