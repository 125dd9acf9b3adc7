#!/usr/bin/env node
// The command's name before it was CommonJS: npx goes on calling what it linked the first time it saw a folder.
import './guibin.cjs';
