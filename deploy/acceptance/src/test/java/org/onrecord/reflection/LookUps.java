package org.onrecord.reflection;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes each look-up once, the moment it happens, since services are also killed. It is called from within
 * {@code java.lang.Class}, so it uses nothing that looks things up itself, such as lambdas. Thread-safe.
 */
public final class LookUps {
    private static final String[] PLATFORM = {"java.", "javax.", "jdk.", "sun.", "com.sun.", "org.onrecord.reflection."
    };

    /** Of the platform, what looks things up for those who call it: beans, services, what a stream is told to do. */
    private static final String[] FOR_OTHERS = {
        "org.onrecord.reflection.",
        "java.lang.Class",
        "java.beans.",
        "com.sun.beans.",
        "java.util.",
        "java.sql.",
        "java.security.AccessController"
    };

    private static final String[] FIELD_UPDATERS = {"java.util.concurrent.atomic."};

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<Boolean> WRITING = new ThreadLocal<>();
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final Asking ASKING = new Asking();
    private static volatile OutputStream out;

    private LookUps() {}

    static void writeTo(String file) throws IOException {
        out = new FileOutputStream(file, true);
    }

    /** A class was found by its name. */
    public static void found(Class<?> found) {
        if (found != null) {
            note("class", name(found), "");
        }
    }

    /** All members of a kind were asked for. */
    public static void listed(Class<?> of, String kind) {
        note(kind, name(of), "");
    }

    /** One method or constructor was found. */
    public static void found(Executable found) {
        if (found instanceof Method) {
            note("method", name(found.getDeclaringClass()), found.getName());
        } else if (found != null) {
            note("constructor", name(found.getDeclaringClass()), "");
        }
    }

    /** One field was found. */
    public static void found(Field found) {
        if (found != null) {
            note("field", name(found.getDeclaringClass()), found.getName());
        }
    }

    /** A resource was asked for, by a name as {@code Class} takes it. */
    public static void asked(Class<?> beside, String name) {
        if (name != null) {
            String folder = beside.getPackageName().replace('.', '/');
            asked(name.startsWith("/") ? name.substring(1) : folder + '/' + name);
        }
    }

    /** A resource was asked for, by a name as {@code ClassLoader} takes it. */
    public static void asked(String name) {
        if (name != null) {
            note("resource", name, "");
        }
    }

    private static String name(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        return element.getName();
    }

    private static void note(String kind, String of, String member) {
        if (out == null || WRITING.get() != null) {
            return;
        }
        WRITING.set(Boolean.TRUE);
        try {
            String asking = STACK.walk(ASKING);
            if (asking == null) {
                return;
            }
            StringBuilder text = new StringBuilder(kind);
            text.append('\t').append(of).append('\t').append(member);
            text.append('\t').append(asking).append('\n');
            String line = text.toString();
            if (SEEN.add(line)) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            WRITING.remove();
        }
    }

    /**
     * The nearest class on the stack that is not the platform's, and the nearest one that is being initialised; null if the
     * platform looks up for its own ends: what it needs is known to whoever builds an executable.
     */
    private static final class Asking implements Function<Stream<StackFrame>, String> {
        @Override
        public String apply(Stream<StackFrame> frames) {
            String caller = "";
            Iterator<StackFrame> each = frames.iterator();
            while (each.hasNext()) {
                StackFrame frame = each.next();
                String name = frame.getClassName();
                if (startsWith(name, PLATFORM)) {
                    if (caller.isEmpty() && isItsOwn(frame)) {
                        return null;
                    }
                } else {
                    caller = caller.isEmpty() ? name : caller;
                    if (frame.getMethodName().equals("<clinit>")) {
                        return caller.concat("\t").concat(name);
                    }
                }
            }
            return caller.isEmpty() ? null : caller.concat("\t");
        }

        private static boolean isItsOwn(StackFrame frame) {
            return !startsWith(frame.getClassName(), FOR_OTHERS)
                    || startsWith(frame.getClassName(), FIELD_UPDATERS)
                    || frame.getMethodName().equals("getEnumConstantsShared");
        }

        private static boolean startsWith(String name, String[] starts) {
            for (String start : starts) {
                if (name.startsWith(start)) {
                    return true;
                }
            }
            return false;
        }
    }
}
