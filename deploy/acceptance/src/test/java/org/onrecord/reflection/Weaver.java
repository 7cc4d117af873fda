package org.onrecord.reflection;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts the notes into the code: into {@code java.lang.Class} itself, so that nobody's look-up is missed, and around the calls
 * of class loaders in everybody else's, because the JVM too calls loaders, whenever it links a class.
 */
final class Weaver implements ClassFileTransformer {
    private static final String LOOK_UPS = "org/onrecord/reflection/LookUps";

    /** Methods of {@code Class} that list, and what. */
    private static final Map<String, String> LISTS = Map.of(
            "getMethods", "methods",
            "getDeclaredMethods", "methods",
            "getFields", "fields",
            "getDeclaredFields", "fields",
            "getConstructors", "constructors",
            "getDeclaredConstructors", "constructors",
            "getRecordComponents", "components",
            "newInstance", "constructors");

    /** Methods of {@code Class} that find one thing, and what they return. */
    private static final Map<String, String> FINDS = Map.of(
            "forName", "java/lang/Class",
            "getMethod", "java/lang/reflect/Executable",
            "getDeclaredMethod", "java/lang/reflect/Executable",
            "getConstructor", "java/lang/reflect/Executable",
            "getDeclaredConstructor", "java/lang/reflect/Executable",
            "getField", "java/lang/reflect/Field",
            "getDeclaredField", "java/lang/reflect/Field");

    private static final Set<String> RESOURCES =
            Set.of("getResource", "getResourceAsStream", "getResources", "resources");

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        if (!"java/lang/Class".equals(name) && loader == null) {
            return null;
        }
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        Classes classes = new Classes(writer, name);
        reader.accept(classes, 0);
        return classes.changed ? writer.toByteArray() : null;
    }

    private static final class Classes extends ClassVisitor {
        private final String name;
        private boolean changed;

        private Classes(ClassVisitor next, String name) {
            super(Opcodes.ASM9, next);
            this.name = name;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
            if (!"java/lang/Class".equals(name)) {
                return new Calls(next);
            }
            boolean isPublic = (access & Opcodes.ACC_PUBLIC) != 0;
            if (isPublic && LISTS.containsKey(method)) {
                changed = true;
                return new Lists(next, LISTS.get(method));
            }
            if (isPublic && FINDS.containsKey(method)) {
                changed = true;
                return new Finds(next, FINDS.get(method));
            }
            return next;
        }

        private final class Calls extends MethodVisitor {
            private Calls(MethodVisitor next) {
                super(Opcodes.ASM9, next);
            }

            @Override
            public void visitMethodInsn(int code, String owner, String method, String descriptor, boolean isInterface) {
                boolean ofLoader = owner.endsWith("ClassLoader") && descriptor.startsWith("(Ljava/lang/String;)");
                boolean ofClass = owner.equals("java/lang/Class");
                // A loader that hands on what it was asked asks nothing itself.
                boolean asks = code == Opcodes.INVOKEVIRTUAL && (ofLoader || ofClass) && !name.endsWith("ClassLoader");
                if (asks && RESOURCES.contains(method)) {
                    changed = true;
                    super.visitInsn(ofClass ? Opcodes.DUP2 : Opcodes.DUP);
                    note("asked", ofClass ? "Ljava/lang/Class;Ljava/lang/String;" : "Ljava/lang/String;");
                }
                super.visitMethodInsn(code, owner, method, descriptor, isInterface);
                if (asks && ofLoader && method.equals("loadClass")) {
                    changed = true;
                    super.visitInsn(Opcodes.DUP);
                    note("found", "Ljava/lang/Class;");
                }
            }

            private void note(String method, String arguments) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, LOOK_UPS, method, "(" + arguments + ")V", false);
            }
        }
    }

    /** Notes at the beginning of a method. */
    private static final class Lists extends MethodVisitor {
        private final String kind;

        private Lists(MethodVisitor next, String kind) {
            super(Opcodes.ASM9, next);
            this.kind = kind;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitLdcInsn(kind);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, LOOK_UPS, "listed", "(Ljava/lang/Class;Ljava/lang/String;)V", false);
        }
    }

    /** Notes what a method returns. */
    private static final class Finds extends MethodVisitor {
        private final String type;

        private Finds(MethodVisitor next, String type) {
            super(Opcodes.ASM9, next);
            this.type = type;
        }

        @Override
        public void visitInsn(int code) {
            if (code == Opcodes.ARETURN) {
                super.visitInsn(Opcodes.DUP);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, LOOK_UPS, "found", "(L" + type + ";)V", false);
            }
            super.visitInsn(code);
        }
    }
}
