package org.onrecord.contracts.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;

/** The words of the records' Javadoc, so that a schema says what the record says and nobody writes it twice. */
final class ComponentDescriptions {
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> components = new HashMap<>();

    private ComponentDescriptions() {}

    /** Reads the Javadoc of every type below a source folder. */
    static ComponentDescriptions of(Path sources) {
        ComponentDescriptions descriptions = new ComponentDescriptions();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(sources)) {
            List<Path> javaFiles =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(javaFiles));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                descriptions.read(unit, trees);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return descriptions;
    }

    Optional<String> type(Class<?> type) {
        return Optional.ofNullable(types.get(type.getSimpleName()));
    }

    Optional<String> component(Class<?> record, String component) {
        return Optional.ofNullable(components.get(record.getSimpleName() + "." + component));
    }

    private void read(CompilationUnitTree unit, DocTrees trees) {
        for (Tree declaration : unit.getTypeDecls()) {
            if (declaration instanceof ClassTree type) {
                DocCommentTree comment = trees.getDocCommentTree(new TreePath(new TreePath(unit), type));
                if (comment != null) {
                    read(type.getSimpleName().toString(), comment);
                }
            }
        }
    }

    private void read(String type, DocCommentTree comment) {
        types.put(type, words(comment.getFullBody()));
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param) {
                components.put(type + "." + param.getName(), words(param.getDescription()));
            }
        }
    }

    private static String words(List<? extends DocTree> trees) {
        return trees.stream()
                .map(ComponentDescriptions::words)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String words(DocTree tree) {
        return switch (tree) {
            case TextTree text -> text.getBody();
            case LiteralTree literal -> literal.getBody().getBody();
            case LinkTree link ->
                link.getLabel().isEmpty() ? reference(link.getReference().getSignature()) : words(link.getLabel());
            default -> tree.toString();
        };
    }

    private static String reference(String signature) {
        return signature.replace("()", "").replace('#', '.').replaceFirst("^\\.", "");
    }
}
