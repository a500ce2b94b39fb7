package luthier.ui;

import luthier.contract.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("luthier.ui");
    }
}
