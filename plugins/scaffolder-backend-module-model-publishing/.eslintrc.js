module.exports = require('../../eslint/packageLint')(__dirname);
